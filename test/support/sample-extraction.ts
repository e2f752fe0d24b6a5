import type { Entry, Extraction, Paper } from '../../src/model/plan.ts';

/** One plain extraction with `changes` made to its paper. */
export function sampleExtraction(
  id: string,
  entries: readonly Partial<Entry>[] = [{}],
  paper: Partial<Paper> = {},
): Extraction {
  return {
    paper: {
      id: id.padEnd(64, '0'),
      file: 'harrowdale.pdf',
      format: 'pdf',
      pages: 4,
      service: 'Harrowdale Fire and Rescue Service',
      title: 'Improvement plan update',
      body: 'Scrutiny Committee',
      meetingDate: '2023-06-14',
      asAt: '2023-05',
      agendaItem: '7',
      author: 'Area Manager',
      outcome: 'ok',
      places: { title: [{ path: 'h1', page: 1 }] },
      ...paper,
    },
    plans: [{ name: 'Improvement Plan', asAt: '2023-05', state: 'open' }],
    entries: entries.map((entry) => ({ ...sampleEntry, ...entry })),
    statements: [],
    issues: [],
  };
}

export const sampleEntry: Entry = {
  plan: 'Improvement Plan',
  ref: 'AFI 3',
  pillar: 'effectiveness',
  question: null,
  cause: null,
  kind: 'area_for_improvement',
  finding: 'The service should make sure that hydrant inspections are kept up.',
  summary: null,
  theme: null,
  action: 'Train twelve inspectors.',
  progress: 'Eight have been trained.',
  updates: [{ period: 'Q3 2022/23', text: 'Five had been trained.' }],
  future: null,
  timescale: { raw: 'Q4 2022/23', start: '2023-01-01', end: '2023-03-31', precision: 'quarter' },
  status: { raw: 'On track', value: 'in_progress' },
  rag: { raw: '#00B050', value: 'green', from: 'fill' },
  lead: 'Head of Water',
  percent: null,
  extra: { Evidence: 'Training log' },
  places: {
    finding: [{ path: 't1/r2/c1', page: 3, bbox: [50, 60, 200, 80] }],
    action: [{ path: 't1/r2/c2', page: 3 }],
  },
  confidence: { finding: 0.9, status: 0.75 },
};
