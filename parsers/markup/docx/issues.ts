import { foldSpace } from '../../../src/lib/text.ts';
import { type Issue, issueOf } from '../../../src/model/issue.ts';
import { descendantsOf, type Element, elementsOf, textOf } from '../dom.ts';
import { quote } from '../issues.ts';
import type { DocxPackage } from './package.ts';
import type { TidyFacts } from './tidy.ts';
import { isBalanced, parseXml } from './xml.ts';

/** Damage, macros and margin comments. */
export function packageIssues(docx: DocxPackage): readonly Issue[] {
  const issues: Issue[] = [];
  if (!isBalanced(docx.document.xml)) {
    issues.push(
      issueOf(
        'docx/broken-xml',
        'The document is damaged inside; text may be missing. Fetch the file again, or open and save it in Word.',
      ),
    );
  }
  if (docx.macros) issues.push(issueOf('docx/macros', 'The file carries macros; they were not run.'));
  const comments = docx.linked('comments');
  const root = comments === null ? null : parseXml(comments.xml);
  const words = (root === null ? [] : elementsOf(root))
    .map((comment) => foldSpace(textOf(comment)))
    .filter((text) => text !== '');
  if (words.length > 0) {
    issues.push(issueOf('docx/comments', `Comments in the margin were left out: ${quote(words.join(' … '), 300)}.`));
  }
  return issues;
}

/** What was left out on purpose, and what cannot be read. */
export function factIssues(facts: TidyFacts): readonly Issue[] {
  const issues: Issue[] = [];
  const { deleted, inserted, changedBy } = facts;
  if (deleted.length + inserted.length > 0) {
    const by = changedBy.size === 0 ? '' : ` by ${[...changedBy].join(', ')}`;
    const words = deleted.length === 0 ? '' : ` Left out: ${quote(deleted.join(' … '), 300)}.`;
    issues.push(
      issueOf(
        'docx/tracked-changes',
        `The paper has tracked changes${by}: insertions were read as text (${inserted.length}), deletions left out (${deleted.length}).${words} Ask for the final paper.`,
      ),
    );
  }
  if (facts.prompts.length > 0) {
    issues.push(
      issueOf(
        'docx/empty-field',
        `Fields of a form that nobody filled in were left out: ${quote(facts.prompts.join(' … '), 200)}.`,
      ),
    );
  }
  if (facts.contents.length > 0) {
    issues.push(
      issueOf('docx/contents-list', `The list of contents was left out: ${quote(facts.contents.join(' … '), 200)}.`),
    );
  }
  if (facts.graphics > 0) {
    issues.push(
      issueOf('docx/graphic', `Words in ${facts.graphics} charts or diagrams were not read. Look at the paper.`),
    );
  }
  return issues;
}

/** An element that mammoth does not know is no loss where there are no words in it, and it brings in no other file. */
export function unreadIssue(message: string, body: Element): readonly Issue[] {
  const name = /^An unrecognised element was ignored: (?:.*[:}])?(\w+)\.$/.exec(message)?.[1];
  const told = (what: string) => [
    issueOf('docx/not-read', `A part of the Word document was not read: ${what} Compare with the paper.`),
  ];
  if (name === undefined) return told(message);
  const elements = [...descendantsOf(body)].filter((element) => element.name.split(':').at(-1) === name);
  const words = elements.map((element) => foldSpace(textOf(element))).filter((text) => text !== '');
  return words.length > 0 ? told(`${quote(words.join(' … '), 300)}.`) : [];
}
