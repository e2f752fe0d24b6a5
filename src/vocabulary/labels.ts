import type { RawField } from '../model/raw.ts';

/** A wording of a column header or row label, folded to words, and how strongly it speaks for a field (0 to 1). */
export interface Wording {
  readonly field: RawField;
  readonly pattern: RegExp;
  readonly weight: number;
}

const whole = (field: RawField, weight: number, ...phrases: readonly string[]): Wording => ({
  field,
  weight,
  pattern: new RegExp(`^(?:${phrases.join('|')})$`),
});
const within = (field: RawField, weight: number, ...phrases: readonly string[]): Wording => ({
  field,
  weight,
  pattern: new RegExp(`\\b(?:${phrases.join('|')})\\b`),
});

/** The period that a paper reports on, or the one before it, as labels name it without a date. */
const inPeriod =
  '(?: (?:in|during|over|for|since|at))?(?: (?:this|the|the last|last|latest|current|previous))(?: reporting)? (?:period|month|quarter|report|meeting|update|time)';

/**
 * Wordings from the published plans of 20 services and 5 forces, and their near synonyms. One wording may speak for
 * several fields: `action` heads actions, progress and even statuses, so what stands in the column decides.
 */
export const wordings: readonly Wording[] = [
  whole(
    'finding',
    1,
    '(what )?(hmicfrs|hmic|hmi|the inspect(ors|orate)|inspect(ors|orate)) (said|found|told us|reported|identified|asked|asked (us|for|the (service|force))( to do)?|(want|wanted|expect|expected)( us)?( to (do|see))?)',
  ),
  whole(
    'finding',
    1,
    'what (they|was|inspectors|we) (said|found|told us|were told|asked( us)?( to do)?|were asked( to do)?|need to improve|must improve)',
    'what (was|has been) (asked|required) of us|you said|they said',
    '(what )?(hmicfrs|hmic|the inspectorate|(the )?inspectors?) (said|says?|told|asked|asks?|requires?d?|wants?(ed)?|found|wrote|writes?|recommend(s|ed)?)( us)?( (to|for))?( do)?',
  ),
  whole(
    'finding',
    1,
    'areas? for improvements?( afis?)?|(hmicfrs |hmic |hmi )?afis?',
    '(linked|related|associated|relevant|linked to) (hmicfrs |hmic )?(afi|area for improvement|recommendation|finding)s?',
    'afi (description|text|wording|detail)|areas? (for|of) improvement (identified|description)',
  ),
  whole(
    'finding',
    1,
    'causes? (of|for) concern|\\w+ causes? (of|for) concern|recommendations? (and|&) areas? for improvements?',
    'areas? for improvements? (and|&) recommendations?',
  ),
  whole(
    'finding',
    0.9,
    '(hmicfrs |hmic |inspection |report |national )?recommendations?',
    'recommendation (text|description|wording|detail)',
    '(hmicfrs |hmic |inspection |inspectorate |inspectors |key |report )?findings?',
  ),
  whole(
    'finding',
    0.9,
    '(hmicfrs |hmic |inspection |inspectorate |inspectors )?(areas? for improvements?|causes? of concern|recommendations?|findings?|improvements?)( (or|and|&) .*)?',
  ),
  whole(
    'finding',
    0.6,
    'improvement (area|required|needed)|area of improvement|(issue|gap)s?( identified| raised)?|concerns?',
    'objectives?|requirements?|inspection outcome|what (needs to|must|should|has to) improve|hmicfrs|criteria',
    'standard',
  ),
  whole('finding', 0.5, 'summary|description|detail|title|area|improvement plan'),
  within('finding', 0.5, 'areas? for improvements?|causes? (of|for) concern|hmicfrs (finding|recommendation)s?'),
  whole(
    'summary',
    1,
    'summary (of )?findings?|finding (detail|summary)',
    'summary of (the )?(afi|area for improvement|recommendation|concern)',
  ),
  whole(
    'summary',
    0.7,
    'background|context|rationale|narrative from (the )?report|why (this|it) matters|detail',
    'supporting (text|narrative)|further detail',
  ),
  whole('theme', 1, 'themes?|work ?streams?|categor(y|ies)|priority area|focus area|strategic priority|topic'),
  whole(
    'theme',
    0.6,
    'area|diagnostic( question)?|question|function|section|subject|department area|chapter|inspection area',
  ),
  whole('pillar', 1, '(hmicfrs |hmic )?pillars?'),
  whole('kind', 0.9, '(finding |recommendation )?type|afi (or|/) (coc|recommendation)|kind|category'),
  whole(
    'action',
    1,
    '((our|the|key|agreed|proposed|planned|specific|service|improvement|management|smart|main|force|remedial|corrective) ){0,3}actions?( (proposed|required|needed|plan|planned|agreed|description|detail|to be taken|to address|point|points|name))?',
  ),
  whole(
    'action',
    0.9,
    'activit(y|ies)',
    '(key |main )?(tasks?|deliverables?|steps?|work packages?|sub actions?|initiatives?|interventions?)',
    '(key )?activit(y|ies)( required| description)?',
    '(task|activity|milestone|deliverable) (name|title|description|detail)s?|improvement activit(y|ies)',
  ),
  whole(
    'action',
    0.9,
    'what (well|we will|were going to|we are going to|we intend to|we need to|we must|the service (will|must)) do',
    'what (will|are|must|do) (we|the service|the force)( going to| need to)? (do|doing)( about (it|this))?',
    'what we are doing( about it)?|how (we )?will (we )?(do|achieve|deliver|address) (it|this)',
    'how we will improve',
  ),
  whole(
    'action',
    0.6,
    '(service |our |management )?response|planned improvements?|milestones?|commitments?|objectives?',
    'outcomes? required|success criteria|what we did',
  ),
  within('action', 0.5, 'actions? (proposed|required|planned|to)|action plan'),
  whole(
    'progress',
    1,
    '(overall |current |latest |recent |key |summary of |summary )?progress( to date| so far| made| (in|during|over|for|since)?( ?(this|the|last))?( reporting)? (period|month|quarter)| update| updates| summary| report| narrative| notes?| comments?| since .*| against .*|and .*)?',
  ),
  whole(
    'progress',
    1,
    '(latest |current |monthly |quarterly |progress |recent |service |action |position |status )?(update|updates|commentary|comments?|narrative)( on progress| notes?)?',
    '(the )?(current |latest |present )?(position|situation)( statement| update| now| today| at present| to date)?',
  ),
  whole(
    'progress',
    1,
    `(?:progress|position|situation|updates?|commentary|comments?|narrative|activity|what (?:weve|we|the service) (?:did|done|have done|has done)|(?:work|actions?) (?:done|taken|completed))${inPeriod}`,
  ),
  whole(
    'finding',
    0.7,
    '(point|matter)s? raised|what we heard|(hmicfrs |hmi )?observations?|hmicfrs concerns?|what the report (says|said)|area of focus',
  ),
  whole(
    'action',
    0.7,
    'our (plan|promise|answer)|(the )?answer|promise|undertaking|remedy|solution|what will be done|what we (said we would|have agreed to) do|how we are responding',
  ),
  whole(
    'progress',
    0.8,
    'we have( done)?|we (now|already) have|(the )?(story |work )?so far|where we have got to|how far we have got|how (it|this|things) (is|are) going|(whats|what has) (changed|happened)( so far| since)?|highlights',
  ),
  whole(
    'future',
    0.8,
    'we (will|plan to|intend to|still (have|need) to)( next)?|(still )?left|next|ahead|looking ahead|coming (up|next)|plans|what is left( to do)?|still to come',
  ),
  whole('timescale', 0.8, 'by|ready by|expected( by)?|forecast( date)?'),
  whole('status', 0.7, 'stage|standing|how far( along)?|where (it|this) stands|condition|phase'),
  whole(
    'lead',
    0.8,
    'answerable( officer)?|(looked after|undertaken|carried out) by|in the hands of|held by|who is (doing|leading) (it|this)|who looks after (it|this)|(post|portfolio) ?holder|in charge',
  ),
  whole('status', 0.5, `position${inPeriod}`),
  whole(
    'progress',
    1,
    '(actions? )(we have )?(taken|completed|delivered)( to date| so far)?',
    'what (weve|we|the service|has)( have| has)? ?(been )?(done|achieved|delivered|completed)( so far| to date)?',
    '(work|activity) (completed|done|undertaken|to date)( to date| so far)?',
    '((key|main|our|recent) )?(achievements?|accomplishments?|successes)( to date| so far| (in|for|during)?( ?(this|the|last))?( reporting)? (period|month|quarter))?',
    'delivered( so far| to date)?|(done|achieved|finished|undertaken)( so far| to date| already)?',
    'completed( so far| to date| work| actions?)?|where (we are|are we)( now| up to| today)?',
    '(the )?latest( news)?|headlines?',
    '(work |actions? |activit(y|ies) |tasks? |milestones? )?(completed|achieved|delivered|done) (since (the )?last (report|update|meeting)|(this|last|in) (the )?(period|month|quarter))',
  ),
  whole(
    'progress',
    0.7,
    'review|notes?|outcomes?|results?|summary|what (has|have) (happened|changed)( so far)?',
    'how (is it|are things|we are) (going|doing)|how (far )?are we( doing)?|assurance|status update',
    'rag (comment|commentary|narrative)|response|we did|evidence of progress|actions?|what we did',
    'reasons? for (the )?(delay|slippage|change|status|rating|revised date)|explanation|how we are doing',
    'impact',
  ),
  within('progress', 0.5, 'progress|update|commentary'),
  whole(
    'future',
    1,
    '(planned |proposed )?future (activit(y|ies)|actions?|work|plans?|steps?)( planned| required)?',
    '(planned )?next steps?|what(s| is| will happen)? next|(activity|work|actions?) planned( next)?',
    'planned (activity|work|actions?)( next| for next (period|quarter))?',
  ),
  whole(
    'future',
    1,
    '(further|outstanding|remaining|upcoming|future) (actions?|work|activit(y|ies)|steps?|plans?)( required| planned| needed| to complete)?',
    '(still|left) to do|what (still )?(remains|is left)',
    'what (well|we will|were going to|we are going to|we intend to|we plan to|the service (will|plans to)) do next',
    'what (we (still )?(plan|have|need) to do|is (left|still) to do)( next)?|to do',
    'work (remaining|outstanding|planned)|forward look|looking ahead|looking forward|(what )?(we|the service|the force) (will|shall) do( this)? next|what comes next',
    'next (period|quarter|month)|plans?( for the)? (next|coming) .*',
    '(work |actions? |activit(y|ies) )?(planned|due|priorities) (for|in) (the )?next .*',
    'next .{0,12}(priorities|actions|milestones)|what happens next',
    '(recovery|mitigating|corrective|remedial) (plans?|actions?|steps?|measures)',
    '(path|route|return|getting( back)?) to (green|track|target)',
  ),
  within('future', 0.6, 'next steps?|future|planned next|still to'),
  whole(
    'timescale',
    1,
    '(revised |current |expected |planned |agreed |anticipated |proposed |forecast |estimated |projected |original |final |action |overall )?(target|due|completion|delivery|end|deadline|finish|implementation|target completion)( completion| implementation| delivery| end)? dates?',
    'time ?(scale|frame|line)s?( for completion| for delivery)?|deadlines?',
    '(revised|current|original|new|agreed|forecast|planned|expected|estimated|proposed|actual|latest|anticipated) (date|deadline|time ?scale|target|completion)s?',
    'by when',
    'when (will|is|should) (it|this|we)( be)?( due| done| complete| completed| finish(ed)?| delivered| do it)?( by)?',
    'when (it|this) (will be (done|complete|completed|finished|delivered)|(was|is) due)',
    '(expected|needed|required|wanted|planned|to be done|end) by|when|due( by)?|target',
    'targets?( for completion)?|complete by',
    '(to )?(be )?(finish|finished|deliver|delivered|end|done|achieved?|expected|needed|required|start) by',
    'completed? by|to be completed by|date (due|for completion|to be completed)|due for completion|finish',
    'expected completion|target (for )?completion|planned completion|target quarter',
    'delivery (quarter|timescale)',
  ),
  whole('timescale', 0.6, 'dates?|milestones?( date)?|completion|quarter|target completion|month|period|delivery'),
  within('timescale', 0.5, 'time ?scales?|target date|due date|deadline|completion date'),
  whole(
    'status',
    1,
    '(current |overall |action |progress |delivery |completion |rag |brag |plan |latest )?(status|state)( of action| update)?',
    'open closed|complete(d)?( y n| yes no)?|(how|where) (are we|is it|is this|we are)( doing| going| now)?',
    'action status|progress status',
  ),
  whole(
    'status',
    0.5,
    'position|progress|on track|rating|rag|brag|action|stage|outcome|delivery confidence|assessment|grading',
    'grade',
  ),
  whole(
    'rag',
    1,
    '(current |overall |delivery |latest )?(b?rag|bragg?)( (status|rating|score|position|this (month|quarter|period)|current|now))?',
    '(current )?rag|colour( code| rating)?|(delivery )?confidence( rating| level)?',
  ),
  whole('rag', 0.5, 'rating|status|current status'),
  whole(
    'lead',
    1,
    '(strategic |responsible |action |task |senior |executive |operational |accountable |business |plan |delivery |project |service |overall |smt |slt |elt |sro |theme |exec )?(leads?|owners?)( (officer|officers|person|role|department|directorate|manager|responsible|and (team|department)|team))?',
    '(responsible|accountable|nominated|lead|action|strategic) (officers?|owners?|managers?|persons?|person|leads?|director|department|directorate|team)',
    'sro|(executive |exec |senior |strategic |programme |project )?sponsors?|who|by whom|assigned to',
    'officers?|responsib(le|ility)|accountab(le|ility)|owned by|resources?( names?)?|assignees?|led by',
    'senior responsible (officer|owner)|person responsible|directed at',
    'who (is |will be )?(responsible|in charge( of (it|this))?|leading|leads( it| this)?|owns (it|this)|accountable|will do (it|this)|lead)',
    'service lead',
  ),
  whole('lead', 0.5, 'department|directorate|team|function|manager|name|contact|owner and team|director'),
  within('lead', 0.6, 'lead|owner|responsible (officer|lead|person)|sro'),
  whole(
    'percent',
    1,
    '(overall |action )?(%|percent(age)?)( ?(complete|completed|completion|progress|done))?',
    '(completion|complete|progress|overall) (%|percent(age)?)',
  ),
  whole(
    'ref',
    1,
    '(hmicfrs |hmic |inspection |afi |rec |recommendation |action |item |unique |portal |record |case |our |plan |row )?(ref|refs|reference|references|no|number|num|id|#|code|no\\.?|serial)( no| number| id)?',
    '#|s ?n|afi|item',
  ),
  whole('ref', 0.9, 'wbs|outline (no|number)|task (id|no|number)'),
  whole('ref', 0.6, 'recs?|recommendation'),
];

/** Headers of tables that are not plans: a table with one of these is left alone. Folded to words. */
export const foreignHeaders: readonly RegExp[] = [
  /^(likelihood|probability|inherent (risk|score)|residual (risk|score)|(inherent |residual )?risk (score|rating|title|level)|risk id|existing controls)$/,
  /^(variance|actuals?|outturn|expenditure|£|£000s?|£m)$|\b£(000s?|m)\b/,
  /^(protected characteristics?|expires?|cookie)$/,
  /^(agenda item|apologies|attendees?)$/,
];

/** Headers that a plan can have too (`Cost`, `Mitigation`): a table with one of these is a plan only if it has findings. */
export const doubtfulHeaders: readonly RegExp[] = [
  /^(risks?( description)?|controls?( in place)?|mitigations?( measures?| in place)?|impact|effects?|consequences?|score)$/,
  /^(budget( head)?|forecast|costs?|spend|purpose|provider|minutes?)$/,
];

/** The last word of a label that only says that words stand under it: `Response text`. On folded words. */
export const inWords = / (?:text|details?|description|wording|statement)$/;
