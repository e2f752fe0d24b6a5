import { tableRows } from '../lib/text.ts';

/** A body that publishes papers for a service or force and is not named as it is. */
export interface Authority {
  readonly name: string;
  /** The official name of the service or force. */
  readonly service: string;
  /** When it began to speak for it, and when it stops: a year or month, null where that is not known or not set. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Fire authorities, commissioners and mayors, as they sign their papers: for whom they speak, from when, until when. */
export const authorities: readonly Authority[] = tableRows(`
Kent and Medway Fire and Rescue Authority | Kent Fire and Rescue Service
Kent & Medway Towns Fire Authority | Kent Fire and Rescue Service
Cheshire Fire Authority | Cheshire Fire and Rescue Service
Nottinghamshire and City of Nottingham Fire and Rescue Authority | Nottinghamshire Fire and Rescue Service
Staffordshire Commissioner Fire and Rescue Authority | Staffordshire Fire and Rescue Service | | 2028-05
Stoke-on-Trent and Staffordshire Fire and Rescue Authority | Staffordshire Fire and Rescue Service
Hampshire and Isle of Wight Fire and Rescue Authority | Hampshire and Isle of Wight Fire and Rescue Service
Devon & Somerset Fire & Rescue Authority | Devon and Somerset Fire and Rescue Service
Lancashire Combined Fire Authority | Lancashire Fire and Rescue Service
Buckinghamshire & Milton Keynes Fire Authority | Buckinghamshire Fire and Rescue Service
Royal Berkshire Fire Authority | Royal Berkshire Fire and Rescue Service
Hereford & Worcester Fire Authority | Hereford & Worcester Fire and Rescue Service
Shropshire and Wrekin Fire and Rescue Authority | Shropshire Fire and Rescue Service
County Durham and Darlington Fire and Rescue Authority | County Durham and Darlington Fire and Rescue Service
Leicester, Leicestershire and Rutland Combined Fire Authority | Leicestershire Fire and Rescue Service
London Fire Commissioner | London Fire Brigade
West Midlands Fire and Rescue Authority | West Midlands Fire Service | | 2027
South Yorkshire Fire & Rescue Authority | South Yorkshire Fire and Rescue
Cumbria Commissioner Fire and Rescue Authority | Cumbria Fire and Rescue Service | | 2028-05
Northamptonshire Commissioner Fire and Rescue Authority | Northamptonshire Fire and Rescue Service | | 2028-05
Essex Police, Fire and Crime Commissioner Fire and Rescue Authority | Essex County Fire and Rescue Service | | 2028-05
Police, Fire and Crime Commissioner for Essex | Essex County Fire and Rescue Service | | 2028-05
Police, Fire and Crime Commissioner for Cumbria | Cumbria Fire and Rescue Service | | 2028-05
Avon Fire Authority | Avon Fire and Rescue Service
Bedfordshire Fire and Rescue Authority | Bedfordshire Fire and Rescue Service
East Sussex Fire Authority | East Sussex Fire and Rescue Service
Cleveland Fire Authority | Cleveland Fire Brigade
Tyne and Wear Fire and Rescue Authority | Tyne and Wear Fire and Rescue Service
Humberside Fire Authority | Humberside Fire and Rescue Service
Cambridgeshire and Peterborough Fire Authority | Cambridgeshire Fire and Rescue Service
Dorset & Wiltshire Fire and Rescue Authority | Dorset & Wiltshire Fire and Rescue Service
Merseyside Fire & Rescue Authority | Merseyside Fire and Rescue Service
West Yorkshire Fire & Rescue Authority | West Yorkshire Fire and Rescue Service
York and North Yorkshire Combined Authority, Deputy Mayor for Policing, Fire and Crime | North Yorkshire Fire and Rescue Service | 2024-05
Cornwall Fire, Rescue and Community Safety Service | Cornwall Fire and Rescue Service
Oxfordshire County Council Fire & Rescue Service | Oxfordshire Fire and Rescue Service
Police and Crime Commissioner for West Mercia | West Mercia Police | | 2028-05
Mayor's Office for Policing and Crime | Metropolitan Police Service
Police, Fire and Crime Commissioner for Northamptonshire | Northamptonshire Fire and Rescue Service | | 2028-05
Staffordshire Commissioner for Police, Fire and Rescue and Crime | Staffordshire Fire and Rescue Service | | 2028-05
`).map(([name = '', service = '', from = '', to = '']) => ({ name, service, from: from || null, to: to || null }));
