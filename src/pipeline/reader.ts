/** The script of a reader process. */
import { serve } from './serve.ts';

serve(async () => {
  const { readPaper } = await import('../../parsers/index.ts');
  const { withClaimsChecked } = await import('../trail/claims.ts');
  return async ({ file, options }) => withClaimsChecked(await readPaper(file, options));
});
