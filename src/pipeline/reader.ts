/** The script of a reader process. */
import { readPaper } from '../../parsers/index.ts';
import { serve } from './serve.ts';

serve(({ file, options }) => readPaper(file, options));
