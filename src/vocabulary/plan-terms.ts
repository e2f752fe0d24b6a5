/**
 * Words by which a part of an agenda pack is known to report on an improvement plan. Matched in folded text (lower case,
 * plain quotes and dashes).
 */

/** Who inspects; a report on a plan names the inspectorate or its findings. */
export const inspectorateTerms =
  /\bhmic(?:frs)?\b|\bhmi\b|his majesty's inspectorate|her majesty's inspectorate|\bpeel\b/gu;

/** What a plan is made of. */
export const planTerms =
  /\bareas? for improvement\b|\bafis?\b|\bcauses? (?:of|for) concern\b|\bimprovement (?:action )?plan\b|\binspection (?:action|improvement) plan\b|\bhmic(?:frs)? (?:action|improvement|recommendations?|update|progress)|\bhmic(?:frs)?(?: inspection)?[:,]? (?:findings|action plan)|\brecommendation \d+\b/gu;

/** Titles of parts that name the subject without reporting on it. */
export const packRoutine =
  /^(?:(?:draft )?minutes\b|agenda(?! item)\b|public agenda pack|declarations? of interests?|apologies|forward (?:work )?plan)/u;

/** A page that opens a part: its item or appendix number stands at the top. */
export const partOpenings =
  /^(?:agenda item(?: no\.?)?:? ?\d|item(?: no\.?)?:? ?\d|open information item|part [ab12]\b.*item|appendix [a-z0-9]{1,3}\b|annex [a-z0-9]{1,3}\b|enclosure \w|report (?:to|of|by)\b|report title\b|meeting(?: date)?:|committee:|subject:|title:)/u;

/** A line that names the subject. */
export const onPlan =
  /\bhmic(?:frs)?\b|\binspection\b.*\b(?:plan|progress|update|improvement)|\bareas? for improvement|causes? (?:of|for) concern|\bimprovement plan\b|\bpeel\b/u;
