/**
 * Adds what PDF/UA-1 (ISO 14289-1 §5 and §7.1) asks of a tagged file beyond its tags: the mark in the metadata and the
 * title in the window's bar. The setter in the portable build writes tags but offers no switch for the two, so they
 * are appended as an incremental update (ISO 32000-1 §7.5.6), which leaves every other byte as it was set.
 */
export function markAccessible(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const startxref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text.slice(startxref))?.[1];
  const root = /\/Root\s+(\d+)\s+0\s+R/.exec(trailer ?? '')?.[1];
  const size = /\/Size\s+(\d+)/.exec(trailer ?? '')?.[1];
  const id = /\/ID\s*\[[\s\S]*?\]/.exec(trailer ?? '')?.[0] ?? '';
  const info = /\/Info\s+\d+\s+0\s+R/.exec(trailer ?? '')?.[0] ?? '';
  const catalog = objectOf(text, root);
  const metadata = /\/Metadata\s+(\d+)\s+0\s+R/.exec(catalog ?? '')?.[1];
  const packet = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(objectOf(text, metadata) ?? '')?.[1];
  if (!root || !size || !catalog || !metadata || !packet?.includes('<rdf:RDF'))
    throw new Error('The set document does not have the form the accessibility mark is added to');
  const marked = packet.includes('pdfuaid')
    ? packet
    : packet.replace(
        '</rdf:RDF>',
        '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF>',
      );
  const title = '/DisplayDocTitle true';
  const titled = /\/ViewerPreferences\s*<</.test(catalog)
    ? catalog.replace(/\/ViewerPreferences\s*<</, (found) => `${found}${title} `)
    : catalog.replace(/^<</, `<</ViewerPreferences<<${title}>>`);
  const objects: readonly (readonly [string, string])[] = [
    [root, titled],
    [metadata, `<</Type/Metadata/Subtype/XML/Length ${marked.length}>>\nstream\n${marked}\nendstream`],
  ];
  let body = '\n';
  const entries = objects.map(([number, content]) => {
    const offset = String(pdf.length + body.length).padStart(10, '0');
    body += `${number} 0 obj\n${content}\nendobj\n`;
    return `${number} 1\n${offset} 00000 n \n`;
  });
  const table = pdf.length + body.length;
  const tail = `xref\n${entries.join('')}trailer\n<</Size ${size}/Root ${root} 0 R${info}${id}/Prev ${startxref}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(body + tail, 'latin1')]);
}

function objectOf(text: string, number: string | undefined): string | undefined {
  if (!number) return undefined;
  const start = text.search(new RegExp(`(?:^|[\\r\\n])${number} 0 obj\\b`));
  if (start < 0) return undefined;
  const from = text.indexOf('obj', start) + 3;
  return text.slice(from, text.indexOf('endobj', from)).trim();
}
