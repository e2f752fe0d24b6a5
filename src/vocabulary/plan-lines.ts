/** What papers call the lines of a plan, one or several: a pattern's source, for text in lower case. */
export const planLines =
  '(?:actions?|activit(?:y|ies)|tasks?|milestones?|recommendations?|areas? for improvement|afis?|causes? of concern|findings?|elements?|items?|entries|improvements?)';
