export { joinWrapped, type PaperWords, paperWords } from '../../src/lib/hyphens.ts';
