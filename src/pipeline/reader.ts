/** The script of a reader process. */
import { readPaper } from '../../parsers/index.ts';
import { withClaimsChecked } from '../trail/claims.ts';
import { serve } from './serve.ts';

serve(async ({ file, options }) => withClaimsChecked(await readPaper(file, options)));
