import { meetingBody } from '../vocabulary/bodies.ts';
import {
  auditors,
  beforeInspection,
  inspectorate,
  planOfImprovement,
  plansOfServices,
} from '../vocabulary/inspection.ts';

/** A title names a plan that is none of those which every service has, or the inspection where it does not say that this is still to come. */
export const titlesPlan = (title: string): boolean =>
  (planOfImprovement.test(title) && !plansOfServices.test(title)) ||
  (inspectorate.test(title) && !beforeInspection.test(title));

/** A title over what auditors found. They recommend and ask as inspectors do: below it, only a name shows that these are meant. */
export const titlesAudit = (title: string): boolean => auditors.test(title) && !namesBody(title);

/** A title that is the name of a body, or says which one it goes to. */
export const namesBody = (title: string): boolean => meetingBody.test(title);
