import { factAtEnd, factsIn, type SentenceFrame, sentencesToFrames, type ToldFact } from './sentence-frames.ts';

const sentenceEnd = /(?<=[\p{L}\d)”"’]{2}[.!?]["”’]?)\s+(?=["“‘]?[\p{Lu}\d])/u;
const sentencesOf = (text: string): readonly string[] => text.split(sentenceEnd);

/** Facts are told in no more sentences than these, at the end of a paragraph. */
const mostSentences = 3;

/** The frames in which at least so many paragraphs of a paper tell facts. */
export const paragraphsToFrames = (texts: readonly string[], least: number): readonly SentenceFrame[] =>
  sentencesToFrames(
    texts.flatMap((text, paragraph) =>
      sentencesOf(text)
        .slice(-mostSentences)
        .map((sentence) => ({ paragraph, text: sentence })),
    ),
    least,
  );

/**
 * A paragraph without the sentences at its end that tell facts in the frames of its paper, and these facts; the paragraph alone where
 * it has none.
 */
export function withoutToldFacts(
  text: string,
  frames: readonly SentenceFrame[],
): { readonly rest: string; readonly facts: readonly ToldFact[] } {
  const sentences = frames.length === 0 ? [] : sentencesOf(text);
  const told = sentences.map((sentence) => toldIn(sentence, frames));
  const first = told.findIndex((one) => one?.isMain);
  const begins = first < 0 ? -1 : told.slice(0, first).lastIndexOf(null) + 1;
  const facts = sentences
    .slice(begins)
    .flatMap((sentence, at) => told[begins + at]?.facts ?? factAtEnd(sentence) ?? []);
  const isWhole =
    begins >= 0 && sentences.slice(begins).every((sentence, at) => (told[begins + at] ?? factAtEnd(sentence)) !== null);
  const areApart = new Set(facts.map(({ kind }) => kind)).size === facts.length;
  if (!isWhole || !areApart) return { rest: text, facts: [] };
  return {
    rest: sentences.slice(0, begins).join(' '),
    facts: facts.map((fact) => ({ ...fact, label: labelOf(fact.kind, frames) ?? fact.label })),
  };
}

/** Facts of one kind have one label, in whatever words a sentence leads to them. */
function labelOf(kind: ToldFact['kind'], frames: readonly SentenceFrame[]): string | undefined {
  const frame = frames.find(({ kinds }) => kinds.includes(kind));
  return frame?.labels[frame.kinds.indexOf(kind)];
}

function toldIn(sentence: string, frames: readonly SentenceFrame[]) {
  for (const frame of frames) {
    const facts = factsIn(sentence, frame);
    if (facts !== null) return { facts, isMain: frame.isMain };
  }
  return null;
}
