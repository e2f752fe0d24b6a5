import type { SlotField } from '../../parsers/fields/model.ts';
import { foldWords } from '../../src/lib/fold.ts';
import { foreignBank, isSetAside, labelBank } from '../foundry/words/labels.ts';

/**
 * Further labels as councils could print them, by what stands under them: examples are shown with them too, so that what is
 * learned of labels is more than the words of one bank. Those that the foundry sets aside for measuring are left out.
 */
const bank: Readonly<Partial<Record<SlotField, string>>> = {
  ref: 'Ref|Ref no|Reference number|No|Item no|ID|Action no|Action ID|Rec|Recommendation number|AFI number|Unique ID|Line|Serial|Code|Finding no|Plan reference|Action reference|Row',
  pillar: 'Pillar|HMICFRS pillar|Inspection pillar|Question area|Assessment area|PEEL area',
  theme:
    'Theme|Topic|Area of work|Workstream|Category|Subject|Strand|Focus|Function|Programme|Priority theme|Heading|Matter|Chapter',
  kind: 'Type|Finding type|AFI or recommendation|Kind of finding|Category of finding',
  finding:
    'HMICFRS finding|What HMICFRS found|What inspectors found|What did HMICFRS find?|What did the inspectors say?|What we were told|What was said|The finding|The inspectors said|Area for improvement|AFI text|AFI description|Improvement needed|Cause of concern|Recommendation|Recommendation text|Report recommendation|Description of finding|What needs to change?|Why are we doing this?|Weakness found|Gap identified|Issue|Concern|Observation|Inspection feedback|Requirement|Inspectorate said|You told us|What must improve|The problem|The challenge|Finding in full|Detail of recommendation|Statement from the report',
  summary:
    'Summary finding|Background|Context|Supporting narrative|Detail|Rationale|Why it matters|Explanation from the report|Report narrative|Further information from the inspectors|More from the report',
  action:
    'Action|Actions|Our action|Agreed actions|What we will do|What will we do?|What are we going to do?|What we plan to do about it|How will we fix it?|How will we put it right?|What we said we would do|Improvement action|Action description|Action detail|Task|Task name|Activity|Key activity|Deliverables|Commitment|Our commitment|Planned improvement|Steps|Required action|Management response|Proposed response|Measures to be taken|Remedy|Work package|Milestone|Objective|Delivery action|SMART action|Intervention|Solution',
  progress:
    'Progress|Progress so far|Progress to date|Progress update|Progress report|Progress this period|Progress made since the last report|Update|Latest update|Latest news|Current update|Update on progress|Update from lead|Position|Current position|Latest position|Present position|Where we are|Where are we now?|Where have we got to?|What have we done?|What have we done so far?|What has been done?|What has happened since?|What has changed?|What we have achieved|What we did|Done so far|Achievements|Work done|Work completed|Work undertaken to date|Delivered to date|Action taken|Actions taken to date|Steps taken|Narrative|Commentary|Comment|Comments|Notes|Remarks|Officer comment|Response|Service response|Our response|Our answer|Reply|Account of progress|Headlines|Story so far|How far have we got?|How it is going in words',
  future:
    'Next steps|Next|What next?|What happens next?|What will happen next?|What is left?|What is still to do?|What remains to be done|Still to do|To do|To be done|Left to deliver|Remaining work|Remaining actions|Outstanding actions|Outstanding|Future work|Future plans|Future actions|Planned work|Planned next|Plans|Plan for the next quarter|Priorities for next period|Activity for next period|Coming up|Looking ahead|Further work|Further action needed|Further steps|Forward plan|Work to come|Now we will|We will now',
  timescale:
    'Due|Due date|Date due|Due by|By|By when|By when?|When|When?|When will it be done?|When will it be finished?|When will this be complete?|Target|Target date|Target for completion|Deadline|Timescale|Timeframe|Timeline|Delivery date|Deliver by|Delivery by|Complete by|Completion|Completion date|Expected completion|Expected date|Expected by|Forecast completion|End date|Finish|Finish date|Milestone date|Quarter due|Planned finish|To be done by|Date for completion|Date for delivery|Revised date|Revised target|New target date|Current target date|Latest forecast',
  status:
    'Status|Current status|Action status|Overall status|Delivery status|Status of action|Progress status|State|Current state|Stage|Stage reached|How is it going?|Is it done?|Is it on track?|On track?|Complete?|Open or closed|Standing|Position code|Delivery stage|Outcome so far|Done?',
  rag: 'RAG|RAG status|RAG rating|BRAG|BRAG status|Rating|Colour|Colour rating|Current RAG|RAG now|RAG this period|Traffic light|Delivery confidence|Delivery rating|Flag',
  lead: 'Lead|Lead officer|Action lead|Lead person|Responsible|Responsible officer|Responsible person|Responsible manager|Who|Who?|Who is responsible?|Who is leading?|Who is leading the work?|Who leads?|By whom|Owner|Action owner|Business owner|Delivery owner|Accountable|Accountable officer|Accountable manager|Officer|Officer responsible|Named officer|Nominated lead|Assigned to|Allocated to|Held by|Led by|Manager|Lead manager|Departmental lead|Function lead|Head of service|Strategic lead|Service lead',
  percent:
    '% complete|Percentage complete|Per cent complete|Percent done|Completion %|% done|Overall %|How complete?|% progress',
  extra:
    'Risk score|Risk rating|Risk level|Link to CRMP|CRMP priority|CRMP reference|Evidence|Evidence of completion|Assurance|Assurance level|Assured by|Cost|Cost to date|Budget|Resources needed|Resource implications|Sponsor|Executive sponsor|Board sponsor|Strategic owner|Member lead|Portfolio holder|Start date|Started|Start|Date opened|Date raised|Date added|Original date|Original target|Original deadline|First date|Baseline date|Date completed|Completed on|Closed on|Date closed|Actual completion|Sign-off date|Date of last review|Last reviewed|Review date|Reviewed by|Signed off by|Board|Governance group|Reporting board|Directorate|Department|Team|Station|Priority|Importance|Impact|Benefit|Benefits|Intended outcome|Outcome measure|Success criteria|Success measure|KPI|How will we know?|What good looks like|Dependencies|Barriers|Issues|Risks to delivery|Number of actions|Sub-actions|Actions open|Actions closed|Source|Source report|Inspection|Report|Round|Year|Direction of travel|Trend|Previous RAG|Last RAG|RAG last period|Document link|File|Location of evidence|Equality impact|Consultation|Stakeholders|Partners|Training needs',
};

const aside = new Set(
  [...Object.values(labelBank), ...Object.values(foreignBank)].flatMap((words) =>
    words.filter((_, index) => isSetAside(index)).map(foldWords),
  ),
);

/** The wordings of a field that training may show. */
export const wordingsOf = (field: SlotField): readonly string[] =>
  (bank[field] ?? '').split('|').filter((words) => words !== '' && !aside.has(foldWords(words)));
