/** All that the page loses without it is choosing and sorting. Plain script for browsers, no part of the program. */
export const script = `
'use strict';
(() => {
  const form = document.querySelector('.filters');
  const lists = [...document.querySelectorAll('.items')];
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) {
      const parts = [...item.querySelectorAll('summary, .told')].map((part) => part.textContent);
      texts.set(item, parts.join(' ').toLowerCase());
    }
    return texts.get(item);
  };
  const choose = () => {
    const words = form.words.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const status = form.status.value;
    const key = form.order.value;
    let shown = 0;
    for (const list of lists) {
      const items = [...list.children];
      for (const item of items) {
        const fits = (status === '' || item.dataset.status === status) && words.every((word) => textOf(item).includes(word));
        item.hidden = !fits;
        if (fits) shown += 1;
      }
      const number = (item) => Number(item.dataset[key]);
      const by = {
        order: (a, b) => number(a) - number(b),
        due: (a, b) => a.dataset.due.localeCompare(b.dataset.due),
        slip: (a, b) => number(b) - number(a),
        silent: (a, b) => number(b) - number(a),
      }[key];
      const first = (a, b) => Number(a.dataset.order) - Number(b.dataset.order);
      list.append(...items.sort((a, b) => by(a, b) || first(a, b)));
    }
    form.querySelector('output').textContent = words.length || status ? shown + (shown === 1 ? ' entry' : ' entries') : '';
  };
  if (form) {
    form.hidden = false;
    form.addEventListener('input', choose);
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target && target.querySelector(':scope > details');
    if (!details) return;
    target.hidden = false;
    details.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', open);
  open();

  for (const table of document.querySelectorAll('table.sortable')) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
        const compare = (a, b) => value(a).localeCompare(value(b), 'en-GB', { numeric: true });
        const rows = [...table.tBodies[0].rows].sort((a, b) => (down ? compare(b, a) : compare(a, b)));
        table.tBodies[0].append(...rows);
      });
    });
  }
})();
`;
