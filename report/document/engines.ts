import fs from 'node:fs';
import { createRequire } from 'node:module';
import { createTypstCompiler, loadFonts } from '@myriaddreamin/typst.ts';

const require = createRequire(import.meta.url);
const WASM = '@myriaddreamin/typst-ts-web-compiler/wasm';
const ADDON = '@myriaddreamin/typst-ts-node-compiler';
const PDF = 1;

/** Which build of Typst sets a document: the portable one, or the addon of some platforms, which is faster. Their bytes are the same. */
export const ENGINES = ['portable', 'addon'] as const;
export type EngineKind = (typeof ENGINES)[number];

export interface Engine {
  /** Sets a template with these files beside it. Warnings are errors: a face that is missing would be another one. */
  readonly set: (template: string, files: Files) => Promise<Uint8Array>;
}

/** Data and pictures, by the path a template asks for them under. */
export type Files = ReadonlyMap<string, Buffer>;

/** What of the addon is used; it is no dependency, for it exists on few platforms and weighs 52 MB. */
interface Addon {
  readonly NodeCompiler: {
    create(args: object): {
      addSource(path: string, source: string): void;
      mapShadow(path: string, content: Buffer): void;
      resetShadow(): void;
      compile(args: object): {
        result: object | null;
        takeDiagnostics(): object | null;
        takeWarnings(): object | null;
      };
      fetchDiagnostics(error: object): unknown[];
      pdf(document: object): Buffer;
      evictCache(age: number): void;
    };
  };
}

export function addonHere(): Addon | undefined {
  try {
    return require(ADDON) as Addon;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function addonEngine({ NodeCompiler }: Addon, fonts: readonly Uint8Array[]): Engine {
  const compiler = NodeCompiler.create({
    workspace: '/',
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  });
  return {
    set: async (template, files) => {
      compiler.addSource('/main.typ', template);
      try {
        for (const [path, file] of files) compiler.mapShadow(path, file);
        const done = compiler.compile({ mainFilePath: '/main.typ' });
        const trouble = done.takeDiagnostics() ?? done.takeWarnings();
        if (!done.result || trouble)
          throw new Error(JSON.stringify(trouble ? compiler.fetchDiagnostics(trouble) : 'nothing was set'));
        return compiler.pdf(done.result);
      } finally {
        // Also after one that could not be set: the next never finds another's files.
        compiler.resetShadow();
        compiler.evictCache(2);
      }
    },
  };
}

async function portableEngine(fonts: readonly Uint8Array[]): Promise<Engine> {
  const compiler = createTypstCompiler();
  await compiler.init({
    // The glue wants its module under this name; the declared type knows the older form only.
    getModule: () =>
      ({ module_or_path: fs.readFileSync(require.resolve(WASM)) }) as unknown as WebAssembly.Module,
    // No assets: nothing is fetched, and no font can be chosen but ours and those of whoever runs this.
    beforeBuild: [loadFonts([...fonts], { assets: false })],
  });
  return {
    set: async (template, files) => {
      compiler.addSource('/main.typ', template);
      try {
        for (const [path, file] of files) compiler.mapShadow(path, file);
        const { result, diagnostics } = await compiler.compile({
          mainFilePath: '/main.typ',
          format: PDF,
          diagnostics: 'full',
        });
        if (!result || diagnostics?.length) throw new Error(JSON.stringify(diagnostics));
        return result;
      } finally {
        compiler.resetShadow();
      }
    },
  };
}

/** An engine with these faces and no others; the addon where it is wanted and there. */
export async function openEngine(kind: EngineKind, fonts: readonly Uint8Array[]): Promise<Engine> {
  const addon = kind === 'addon' ? addonHere() : undefined;
  return addon ? addonEngine(addon, fonts) : portableEngine(fonts);
}

/**
 * Keeps an engine of each kind from one document to the next: it takes longer to open than a report takes to set. One that
 * could not be opened is opened anew for the next.
 */
export function keptEngines(
  open: (kind: EngineKind) => Promise<Engine>,
): (kind: EngineKind) => Promise<Engine> {
  const kept = new Map<EngineKind, Promise<Engine>>();
  return (kind) => {
    const engine =
      kept.get(kind) ??
      open(kind).catch((error: unknown) => {
        kept.delete(kind);
        throw error;
      });
    kept.set(kind, engine);
    return engine;
  };
}
