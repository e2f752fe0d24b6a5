import { script as shared } from '../report/script.ts';

/** All that the site loses without script: keys, filters that act at once, and what the report's own does. Plain script for browsers. */
export const script = `${shared}
(() => {
  for (const form of document.querySelectorAll('form[data-live]')) {
    form.addEventListener('change', () => form.requestSubmit());
  }
  const first = document.querySelector('.as-read .value');
  if (first) first.scrollIntoView({ block: 'center' });
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const field = event.target.closest('input, textarea, select');
    if (field) {
      if (event.key === 'Escape') field.blur();
      return;
    }
    const target = document.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
    if (!target) return;
    event.preventDefault();
    if (target.matches('input, textarea, select')) target.focus();
    else target.click();
  });
})();
`;
