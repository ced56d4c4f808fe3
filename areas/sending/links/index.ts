export { findLink } from './find-link.ts';
export { linkSecret, linkUrl, makeLinks } from './make-links.ts';
export { dropLinks, expireLinks, expireLinksOf, markUsed, readLinks } from './store.ts';
