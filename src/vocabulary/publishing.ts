/** Where a service's papers are published, as far as it was seen; a start for somebody who looks. */
export interface PublishingPlace {
  /** Official name of the service. */
  readonly service: string;
  readonly kind: 'moderngov' | 'cmis' | 'page';
  readonly address: string;
  /** Numbers of the committees that papers on inspections go to, where they were seen. */
  readonly committees: readonly string[];
}

/** Addresses that were seen in published papers and pages. Sites move: none of them is checked here. */
export const publishingPlaces: readonly PublishingPlace[] = [
  {
    service: 'Bedfordshire Fire and Rescue Service',
    kind: 'moderngov',
    address: 'https://bedsfireresauth.moderngov.co.uk/',
    committees: ['134', '147'],
  },
  {
    service: 'Buckinghamshire Fire and Rescue Service',
    kind: 'moderngov',
    address: 'https://buckinghamshire.moderngov.co.uk/',
    committees: ['885', '887'],
  },
  {
    service: 'Derbyshire Fire and Rescue Service',
    kind: 'page',
    address: 'https://www.derbys-fire.gov.uk/gpwg-meetings',
    committees: [],
  },
  {
    service: 'Devon and Somerset Fire and Rescue Service',
    kind: 'moderngov',
    address: 'https://fireauthority.dsfire.gov.uk/',
    committees: ['190'],
  },
  {
    service: 'East Sussex Fire and Rescue Service',
    kind: 'moderngov',
    address: 'https://esfrs.moderngov.co.uk/',
    committees: ['135'],
  },
  {
    service: 'Essex County Fire and Rescue Service',
    kind: 'page',
    address: 'https://www.essex.pfcc.police.uk/fire-and-rescue-papers/',
    committees: [],
  },
  {
    service: 'Gloucestershire Fire and Rescue Service',
    kind: 'moderngov',
    address: 'https://glostext.gloucestershire.gov.uk/',
    committees: ['860'],
  },
  {
    service: 'Hampshire and Isle of Wight Fire and Rescue Service',
    kind: 'moderngov',
    address: 'https://democracy.hants.gov.uk/',
    committees: [],
  },
  {
    service: 'Hereford & Worcester Fire and Rescue Service',
    kind: 'cmis',
    address: 'https://hwfire.cmis.uk.com/hwfire/Meetings.aspx',
    committees: [],
  },
  {
    service: 'Lancashire Fire and Rescue Service',
    kind: 'moderngov',
    address: 'https://cfa.lancsfirerescue.org.uk/',
    committees: ['134'],
  },
  {
    service: 'Northamptonshire Fire and Rescue Service',
    kind: 'page',
    address: 'https://www.northantspfcc.org.uk/',
    committees: [],
  },
  {
    service: 'Oxfordshire Fire and Rescue Service',
    kind: 'moderngov',
    address: 'https://mycouncil.oxfordshire.gov.uk/',
    committees: [],
  },
  {
    service: 'Shropshire Fire and Rescue Service',
    kind: 'page',
    address: 'https://www.shropshirefire.gov.uk/meeting/45',
    committees: [],
  },
  {
    service: 'Surrey Fire and Rescue Service',
    kind: 'moderngov',
    address: 'https://mycouncil.surreycc.gov.uk/',
    committees: [],
  },
  {
    service: 'Warwickshire Fire and Rescue Service',
    kind: 'moderngov',
    address: 'https://democracy.warwickshire.gov.uk/',
    committees: ['340'],
  },
  {
    service: 'West Sussex Fire and Rescue Service',
    kind: 'moderngov',
    address: 'https://westsussex.moderngov.co.uk/',
    committees: ['711'],
  },
];
