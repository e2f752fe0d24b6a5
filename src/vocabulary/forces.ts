import { tableRows } from '../lib/text.ts';
import type { Organisation } from './organisation.ts';

/** The 43 territorial police forces of England and Wales: name and short name. */
export const forces: readonly Organisation[] = tableRows(`
Avon and Somerset Police | Avon and Somerset
Bedfordshire Police | Bedfordshire
Cambridgeshire Constabulary | Cambridgeshire
Cheshire Constabulary | Cheshire
City of London Police | CoLP
Cleveland Police | Cleveland
Cumbria Constabulary | Cumbria
Derbyshire Constabulary | Derbyshire
Devon & Cornwall Police | Devon and Cornwall
Dorset Police | Dorset
Durham Constabulary | Durham
Dyfed-Powys Police | Dyfed-Powys
Essex Police | Essex
Gloucestershire Constabulary | Gloucestershire
Greater Manchester Police | GMP
Gwent Police | Gwent
Hampshire & Isle of Wight Constabulary | Hampshire
Hertfordshire Constabulary | Hertfordshire
Humberside Police | Humberside
Kent Police | Kent
Lancashire Constabulary | Lancashire
Leicestershire Police | Leicestershire
Lincolnshire Police | Lincolnshire
Merseyside Police | Merseyside
Metropolitan Police Service | MPS
Norfolk Constabulary | Norfolk
North Wales Police | North Wales
North Yorkshire Police | North Yorkshire
Northamptonshire Police | Northamptonshire
Northumbria Police | Northumbria
Nottinghamshire Police | Nottinghamshire
South Wales Police | South Wales
South Yorkshire Police | South Yorkshire
Staffordshire Police | Staffordshire
Suffolk Constabulary | Suffolk
Surrey Police | Surrey
Sussex Police | Sussex
Thames Valley Police | TVP
Warwickshire Police | Warwickshire
West Mercia Police | West Mercia
West Midlands Police | WMP
West Yorkshire Police | WYP
Wiltshire Police | Wiltshire
`).map(([name = '', short = '']) => ({ name, short, abbreviations: [], domains: [] }));
