/**
 * Headings of standard sections of a board paper, folded to words: what stands under them is about the paper, not
 * about a plan's findings and actions.
 */
export const standardSections: readonly RegExp[] = [
  /\bimplications?\b/,
  /^(purpose|purpose of (the )?report|reasons? for (the )?(report|decision|recommendation)s?|introduction|overview|background( papers?| information| documents?)?|context|executive summary|summary)$/,
  /^(recommendations?|recommended|decisions? (required|requested)|recommendations? (to|for) (the )?\w+|proposals?)$/,
  /^(options?( and analysis| considered| appraisal)?|alternative options.*|analysis|information and analysis|further considerations|considerations)$/,
  /^(workforce|staff|public|community|stakeholder) (engagement|consultation)$|^(engagement|consultation)s?( and .*)?$/,
  /^(equality|diversity|inclusion|edi|eia|equalit\w+)( .*)?(impact|assessment|analysis|duty|considerations?|statement)$|^equality( and| &)? (diversity|inclusion)( .*)?$/,
  /^(?:legal|financial?|finance|risk management|health and safety|environmental|sustainability|human resources?|hr|resource|crime and disorder|data protection|policy|corporate|property|procurement|ethical)(?:,? (?:(?:and|&) )?(?:legal|financial?|finance|risk management|health and safety|environmental|sustainability|human resources?|hr|resource|crime and disorder|data protection|policy|corporate|property|procurement|ethical))*$/,
  /^(?:legal|financial?|finance|risk management|health and safety|environmental|sustainability|human resources?|hr|resource|crime and disorder|data protection|policy|corporate|property|procurement|ethical)\b.*\b(?:considerations?|comments?|issues?|assessments?|management|impacts?|advice|context|matters)(?: (?:of|by|from) .+)?$/,
  /^risks?( (and|&) .*)?( (considerations?|comments?|issues?|assessments?|management|impact))?$/,
  /^(conclusions?|governance( and assurance)?|contact( officers?)?|contacts?|appendi(x|ces)( \w+)?|annex(es)?( \w+)?|list of appendices|glossary|abbreviations|contents|further information|supporting documents|next meeting|apologies|declarations? of interest)$/,
];

/** Headings over what a report means for money, people and the law, and over the assessment of that. */
export const impactSections =
  /\bimplications?\b|\b(?:equality|diversity|people|community|environmental) impact\b|\bimpact (?:assessments?|screening)\b/i;
