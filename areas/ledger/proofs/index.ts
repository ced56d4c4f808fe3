export { checkProofs } from './check-proofs.ts';
export { fingerprint, isIntact, type Proof, type ProofBreak } from './proof.ts';
export { proofText, readProofs } from './proof-text.ts';
// A write in the caller's transaction: where the ledger stands, signed and kept.
export { proofOfNow, proofWithin, signLedger } from './sign-ledger.ts';
export { newestProof } from './store.ts';
