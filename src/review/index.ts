/** What people say of papers and entries: corrections, acceptances, rejections; kept apart and never lost. */
export { corrections, isForgotten } from '../store/index.ts';
export { describe } from './describe.ts';
export { accept, correct, forget, reject, undo } from './say.ts';
export { papersCalled, type Target, type Teller, targetNamed, userName } from './target.ts';
export {
  forgetLayout,
  keepLayouts,
  papersLike,
  type Readers,
  rereadLike,
  type Trial,
  tryLayout,
} from './teach.ts';
export { entryValue, paperValue } from './values.ts';
