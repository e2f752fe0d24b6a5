/** Where a service's papers are published, as far as it was seen; a start for somebody who looks. */
export interface PublishingPlace {
  /** Official name of the service. */
  readonly service: string;
  readonly kind: 'moderngov' | 'cmis' | 'page';
  readonly address: string;
  /** Numbers of the committees that papers on inspections go to, where they were seen. */
  readonly committees: readonly string[];
}

const place = (
  service: string,
  kind: PublishingPlace['kind'],
  address: string,
  ...committees: readonly string[]
): PublishingPlace => ({ service, kind, address, committees });

/** Addresses that were seen in published papers and pages. Sites move: none of them is checked here. */
export const publishingPlaces: readonly PublishingPlace[] = [
  place('Bedfordshire Fire and Rescue Service', 'moderngov', 'https://bedsfireresauth.moderngov.co.uk/', '134', '147'),
  place(
    'Buckinghamshire Fire and Rescue Service',
    'moderngov',
    'https://buckinghamshire.moderngov.co.uk/',
    '885',
    '887',
  ),
  place('Derbyshire Fire and Rescue Service', 'page', 'https://www.derbys-fire.gov.uk/gpwg-meetings'),
  place('Devon and Somerset Fire and Rescue Service', 'moderngov', 'https://fireauthority.dsfire.gov.uk/', '190'),
  place('East Sussex Fire and Rescue Service', 'moderngov', 'https://esfrs.moderngov.co.uk/', '135'),
  place('Essex County Fire and Rescue Service', 'page', 'https://www.essex.pfcc.police.uk/fire-and-rescue-papers/'),
  place('Gloucestershire Fire and Rescue Service', 'moderngov', 'https://glostext.gloucestershire.gov.uk/', '860'),
  place('Hampshire and Isle of Wight Fire and Rescue Service', 'moderngov', 'https://democracy.hants.gov.uk/'),
  place('Hereford & Worcester Fire and Rescue Service', 'cmis', 'https://hwfire.cmis.uk.com/hwfire/Meetings.aspx'),
  place('Lancashire Fire and Rescue Service', 'moderngov', 'https://cfa.lancsfirerescue.org.uk/', '134'),
  place('Northamptonshire Fire and Rescue Service', 'page', 'https://www.northantspfcc.org.uk/'),
  place('Oxfordshire Fire and Rescue Service', 'moderngov', 'https://mycouncil.oxfordshire.gov.uk/'),
  place('Shropshire Fire and Rescue Service', 'page', 'https://www.shropshirefire.gov.uk/meeting/45'),
  place('Surrey Fire and Rescue Service', 'moderngov', 'https://mycouncil.surreycc.gov.uk/'),
  place('Warwickshire Fire and Rescue Service', 'moderngov', 'https://democracy.warwickshire.gov.uk/', '340'),
  place('West Sussex Fire and Rescue Service', 'moderngov', 'https://westsussex.moderngov.co.uk/', '711'),
];
