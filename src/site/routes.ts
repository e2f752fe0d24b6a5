import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { UsageError } from '../model/errors.ts';
import { type Html, html } from '../report/html.ts';
import { corrections, undo, userName } from '../review/index.ts';
import { fileOf, latestEntryOf, openStore, readNow, type Store, taughtLayouts } from '../store/index.ts';
import { layoutsToFile } from '../taught/file.ts';
import { downloadPieces, downloads } from './download.ts';
import { framed } from './frame.ts';
import { changesFilter, changesPage } from './pages/changes.ts';
import { comparePageOf } from './pages/compare.ts';
import { entriesFilter, entriesPage } from './pages/entries.ts';
import { entryPage } from './pages/entry.ts';
import { hidden } from './pages/forms.ts';
import { homePage } from './pages/home.ts';
import { layoutsPage } from './pages/layouts.ts';
import { paperPage, papersPage } from './pages/papers.ts';
import { checkPage, reviewPage } from './pages/review.ts';
import { pagePage, pictureOf, readPage, seePage } from './pages/see.ts';
import { plansPage, servicePage, servicesPage } from './pages/services.ts';
import { teachPage } from './pages/teach.ts';
import { trialPage } from './pages/trial.ts';
import { queueOf } from './queue.ts';
import { layoutOf } from './read-form.ts';
import { sayForm, sayOfLayouts } from './say.ts';
import { script } from './script.ts';
import type { Page, Site } from './site.ts';
import { icon, style } from './style.ts';
import { viewOf } from './view.ts';

/** In bytes: a form's longest text and room beside it. */
const largestForm = 512 * 1024;

/** Every address of the site. */
export function addRoutes(app: Hono, site: Site, onFault: (error: unknown) => void): void {
  const { base, store } = site;
  const query = (context: Context) => new URL(context.req.url).searchParams;
  const shown = (context: Context, page: Page | null, status: 200 | 404 | 400 | 413 | 500 = 200) =>
    context.html(framed(site, page ?? nothingHere, noticeOf(site, query(context))), page === null ? 404 : status);
  const get = (path: string, page: (context: Context) => Page | null) =>
    app.get(`${base}${path}`, (context) =>
      shown(
        context,
        readNow(store, () => page(context)),
      ),
    );
  /** Of what takes a while, and is of no one moment. */
  const getLater = (path: string, page: (context: Context) => Promise<Page | null>) =>
    app.get(`${base}${path}`, async (context) => shown(context, await page(context)));
  const trouble = (context: Context, words: string, status: 400 | 413 | 500) =>
    shown(context, { title: 'That did not work', part: '', body: html`<p>${words}</p>` }, status);

  get('/', () => homePage(site));
  get('/entries', (context) => entriesPage(site, viewOf(query(context))));
  get('/entry/:id', (context) => entryPage(site, param(context, 'id')));
  get('/services', () => servicesPage(site));
  get('/service', (context) => servicePage(site, query(context).get('name') ?? ''));
  get('/plans', () => plansPage(site));
  get('/changes', (context) => changesPage(site, query(context)));
  get('/papers', (context) => papersPage(site, query(context)));
  get('/paper/:id', (context) => paperPage(site, param(context, 'id')));
  get('/review', () => reviewPage(site));
  get('/layouts', () => layoutsPage(site));
  getLater('/compare', (context) => comparePageOf(site, query(context)));
  app.get(`${base}/thread/:id`, (context) => {
    const latest = latestEntryOf(store, param(context, 'id'));
    return latest === null ? shown(context, null) : context.redirect(`${base}/entry/${latest}`);
  });
  getLater('/see/:id', (context) => seePage(site, param(context, 'id'), query(context).get('field')));
  getLater('/paper/:id/page/:page{[0-9]{1,6}}', (context) =>
    pagePage(site, param(context, 'id'), Number(param(context, 'page'))),
  );
  getLater('/paper/:id/read', (context) => readPage(site, param(context, 'id')));
  getLater('/review/:id', (context) => checkPage(site, param(context, 'id'), query(context).get('field')));
  app.get(`${base}/review/:id/next`, (context) => context.redirect(nextAddress(site, param(context, 'id'))));

  app.get(`${base}/layouts.yaml`, (context) =>
    context.body(layoutsToFile(taughtLayouts(store)), 200, {
      'Content-Type': 'text/yaml; charset=utf-8',
      'Content-Disposition': 'attachment; filename="layouts.yaml"',
    }),
  );
  app.get(`${base}/style.css`, (context) => context.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get(`${base}/icon.svg`, (context) => context.body(icon, 200, { 'Content-Type': 'image/svg+xml' }));
  app.get(`${base}/script.js`, (context) =>
    context.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  app.get(`${base}/picture/:id/:page{[0-9]{1,6}\\.png}`, async (context) => {
    const sight = await pictureOf(site, param(context, 'id'), Number.parseInt(param(context, 'page'), 10));
    if (sight.kind !== 'picture') return shown(context, null);
    // A paper is known by its bytes, so its pictures never change.
    return context.body(new Uint8Array(sight.png), 200, {
      'Content-Type': 'image/png',
      'Cache-Control': 'private, max-age=86400',
    });
  });
  app.get(`${base}/paper/:id/file`, (context) => {
    const file = fileOf(store, param(context, 'id'));
    if (file === null) return shown(context, null);
    return context.body(new Uint8Array(file.bytes), 200, {
      // Never shown by the browser under our address, whatever it is.
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name.toWellFormed())}`,
    });
  });
  app.get(`${base}/download/:name`, (context) => {
    const name = param(context, 'name');
    const download = downloads.get(name);
    if (download === undefined) return shown(context, null);
    const filter = readNow(store, () =>
      name.startsWith('changes') ? changesFilter(query(context)) : entriesFilter(site, viewOf(query(context))),
    );
    return context.body(ReadableStream.from(downloadPieces(store.file, download, filter)) as ReadableStream, 200, {
      'Content-Type': download.type,
      'Content-Disposition': `attachment; filename="${name}"`,
    });
  });

  if (!site.isReadOnly) {
    const limit = bodyLimit({
      maxSize: largestForm,
      onError: (context) => trouble(context, 'That is more than a form can hold.', 413),
    });
    app.post(`${base}/say`, limit, async (context) => {
      const form = await formOf(context);
      const told = await saying(store, (open) => sayForm(open, form));
      const goesOn = form.get('verdict') !== 'correct' && (form.get('back') ?? '').startsWith('review/');
      const address = goesOn ? nextAddress(site, form.get('target') ?? '') : backOf(base, form);
      return context.redirect(`${address}?undo=1&said=${encodeURIComponent(told)}`, 303);
    });
    getLater('/teach/:id', (context) => teachPage(site, param(context, 'id')));
    app.post(`${base}/teach/:id`, limit, async (context) =>
      shown(context, await trialPage(site, param(context, 'id'), layoutOf(await formOf(context)))),
    );
    app.post(`${base}/layouts`, limit, async (context) => {
      const form = await formOf(context);
      const told = await saying(store, (open) => sayOfLayouts(open, form));
      return context.redirect(`${base}/layouts?said=${encodeURIComponent(told)}`, 303);
    });
    app.post(`${base}/undo`, limit, async (context) => {
      const form = await formOf(context);
      await saying(store, (open) => undo(open, Number(form.get('id')), { who: userName(), now: new Date() }));
      return context.redirect(`${backOf(base, form)}?said=Taken+back.`, 303);
    });
  }

  app.notFound((context) => shown(context, null));
  app.onError((error, context) => {
    if (error instanceof UsageError) return trouble(context, sentence(error.message), 400);
    onFault(error);
    return trouble(context, 'This is a fault of ours. The window in which "boardtrail serve" runs says more.', 500);
  });
}

const nothingHere: Page = {
  title: 'Nothing here',
  part: '',
  body: html`<p>There is nothing at this address any more.</p>`,
};

const param = (context: Context, name: string): string => context.req.param(name) ?? '';

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** Writes by a store of its own, which is closed after it. */
async function saying<Told>({ file }: Store, say: (open: Store) => Told | Promise<Told>): Promise<Told> {
  const open = openStore(file);
  try {
    return await say(open);
  } finally {
    open.close();
  }
}

async function formOf(context: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await context.req.text());
}

/** Where a form is sent back to: a page of this site. */
function backOf(base: string, form: URLSearchParams): string {
  const back = form.get('back') ?? '';
  return /^(review|paper|entry)(\/[0-9a-f-]+)?$/.test(back) || /^(review|entry)\/[0-9a-f]{16}-e\d+$/.test(back)
    ? `${base}/${back}`
    : `${base}/review`;
}

function nextAddress(site: Site, id: string): string {
  const next = queueOf(site).after(id);
  return next === null ? `${site.base}/review` : `${site.base}/review/${next}`;
}

/** What was just said, with a way to take it back. */
function noticeOf({ base, store, isReadOnly }: Site, query: URLSearchParams): Html | null {
  const said = query.get('said');
  if (said === null || said.length > 500) return null;
  const [last] = isReadOnly || !query.has('undo') ? [] : corrections(store);
  const undoForm =
    last === undefined
      ? null
      : html` <form method="post" action="${base}/undo">${hidden('id', last.id)}${hidden('back', last.entryId === null ? `paper/${last.paperId}` : `review/${last.entryId}`)}<button data-key="u">Undo <kbd>u</kbd></button></form>`;
  return html`${said}${undoForm}`;
}
