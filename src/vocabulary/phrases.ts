/** How findings, actions, progress and leads read, told by their words alone. All on folded text. */

/** What an inspectorate asks for: `The service should make sure…`, `By 1 June 2023, chief fire officers must…`. */
export const findingPhrase =
  /\b(service|force|brigade|constabulary|authority|officers?|it|they|leaders|inspectorate|chief constables?)\b[^.]{0,60}?\b(should|needs? to|must|is required to)\b|^(the (service|force|brigade)|it) (is|was|does|has|did)\b/;

/** What they found, as who tells of it says: `Inspectors found that …`. */
export const foundPhrase =
  /^(the )?(inspect(?:ors|orate)|hmicfrs|hmi) (also )?(found|said|saw|told|noted|concluded|judged|thought|heard|considered|reported) /;

/** The first half of what is asked for alone, not what was found. */
export const askPhrase = /\b(should|needs? to|must|is required to)\b/;

/** Work that is done or under way. */
export const progressPhrase =
  /\b(has|have|had|was|were|is being|are being|now|completed?|delivered|introduced|established|launched|approved|implemented|appointed|recruited|rolled out|in place|underway|continues?)\b/;

/** Work that is to come: a bare verb at the front, or `will`. */
export const intentionPhrase =
  /^(to |we will |we want to |[a-z]\. |continue |further )|\b(will|to be|planned|intend|aim)\b|^(develop|review|implement|introduce|establish|ensure|provide|deliver|create|undertake|carry|improve|train|roll|recruit|agree|publish|build|set|run|test|complete|hold|produce|increase|launch|embed|explore|monitor|evaluate|update|work|write|add|extend|open|give|track|start|stop|form|formalise|promote|identify|design|prepare|conduct|appoint|revise|refresh|strengthen|reduce|raise|share|use|move|make|put|buy|bring|assess|clear|rebuild|refurbish|pilot|decide|dip|load|look|ask)\b/;

/** A post or rank, or a body that carries an action. */
export const rolePhrase =
  /\b(head|director|manager|officer|lead|leader|commander|chief|acfo|dcfo|cfo|treasurer|partner|adviser|advisor|superintendent|inspector|constable|sergeant|commissioner|secretary|co-?ordinator|team|department|directorate|board|group|hr|ict|sro|am|gm|sm|acc|dcc|supt|t\/\w+|a\/\w+|owner|executive|specialist|analyst|trainer|member|solicitor|monitoring|service|police|finance|protection|prevention|response|training|people|operations|estates|communications|procurement|fleet|control)\b/;

/** A post that somebody holds, and no department. */
export const heldPost =
  /\b(head|director|manager|officer|commander|chief|treasurer|advis[eo]r|superintendent|inspector|constable|co-?ordinator|secretary|specialist|analyst|solicitor|partner|assistant|accountant|instructor)\b/i;

/** A sentence that says from its first words on what a service is asked to do. On text as printed. */
export const askingSentence =
  /^(?:(?:By|Within|With) [^.]{3,40}, )?(?:(?:the|all) )?(?:(?!(?:with|between) )[\p{L}']+ ){0,4}?(?:services?|forces?|brigade|constabulary|police|constables|chief (?:fire )?officers) (?:should|must|needs? to) /iu;
