import { tableRows } from '../lib/text.ts';
import type { Organisation } from './organisation.ts';

const words = (cell: string): readonly string[] => (cell === '' ? [] : cell.split(' '));

/** The 44 fire and rescue services in England: official name, who answers for it, short name, abbreviations, web domains. */
export const services: readonly Organisation[] = tableRows(`
Avon Fire and Rescue Service | combined | Avon | AF&RS AFRS | avonfire.gov.uk
Bedfordshire Fire and Rescue Service | combined | Bedfordshire | BFRS | bedsfire.gov.uk bedsfireresauth.moderngov.co.uk
Buckinghamshire Fire and Rescue Service | combined | Buckinghamshire | BFRS BMKFA | bucksfire.gov.uk buckinghamshire.moderngov.co.uk
Cambridgeshire Fire and Rescue Service | combined | Cambridgeshire | CFRS | cambsfire.gov.uk
Cheshire Fire and Rescue Service | combined | Cheshire | CFRS | cheshirefire.gov.uk
Cleveland Fire Brigade | combined | Cleveland | CFB | clevelandfire.gov.uk
Cornwall Fire and Rescue Service | unitary council | Cornwall | CFRS | cornwall.gov.uk
County Durham and Darlington Fire and Rescue Service | combined | Durham | CDDFRS | ddfire.gov.uk
Cumbria Fire and Rescue Service | PFCC | Cumbria | CFRS | cumbriafire.gov.uk
Derbyshire Fire and Rescue Service | combined | Derbyshire | DFRS | derbys-fire.gov.uk
Devon and Somerset Fire and Rescue Service | combined | Devon & Somerset | DSFRS | dsfire.gov.uk fireauthority.dsfire.gov.uk
Dorset & Wiltshire Fire and Rescue Service | combined | Dorset & Wiltshire | DWFRS | dwfire.org.uk
East Sussex Fire and Rescue Service | combined | East Sussex | ESFRS | esfrs.org esfrs.moderngov.co.uk
Essex County Fire and Rescue Service | PFCC | Essex | ECFRS | essex-fire.gov.uk essex.pfcc.police.uk
Gloucestershire Fire and Rescue Service | county council | Gloucestershire | GFRS | glostext.gloucestershire.gov.uk
Greater Manchester Fire and Rescue Service | mayor | Greater Manchester | GMFRS | manchesterfire.gov.uk greatermanchester-ca.gov.uk
Hampshire and Isle of Wight Fire and Rescue Service | combined | Hampshire & IoW | HIWFRS HFRS IWFRS | hantsfire.gov.uk democracy.hants.gov.uk
Hereford & Worcester Fire and Rescue Service | combined | Hereford & Worcester | HWFRS | hwfire.org.uk hwfire.cmis.uk.com
Hertfordshire Fire and Rescue Service | county council | Hertfordshire | HFRS | hertfordshire.gov.uk
Humberside Fire and Rescue Service | combined | Humberside | HFRS | humbersidefire.gov.uk
Isles of Scilly Fire and Rescue Service | unitary council | Isles of Scilly | IoSFRS | scilly.gov.uk
Kent Fire and Rescue Service | combined | Kent | KFRS | kent.fire-uk.org
Lancashire Fire and Rescue Service | combined | Lancashire | LFRS | lancsfirerescue.org.uk cfa.lancsfirerescue.org.uk
Leicestershire Fire and Rescue Service | combined | Leicestershire | LFRS | leics-fire.gov.uk
Lincolnshire Fire and Rescue | county council | Lincolnshire | LFR | lincolnshire.gov.uk
London Fire Brigade | mayor | London | LFB LFC | london-fire.gov.uk
Merseyside Fire and Rescue Service | metropolitan | Merseyside | MFRS | merseyfire.gov.uk
Norfolk Fire and Rescue Service | county council | Norfolk | NFRS | norfolk.gov.uk
North Yorkshire Fire and Rescue Service | mayor | North Yorkshire | NYFRS | northyorksfire.gov.uk
Northamptonshire Fire and Rescue Service | PFCC | Northamptonshire | NFRS | northantsfire.gov.uk northantspfcc.org.uk
Northumberland Fire and Rescue Service | unitary council | Northumberland | NFRS | northumberland.gov.uk
Nottinghamshire Fire and Rescue Service | combined | Nottinghamshire | NFRS | notts-fire.gov.uk
Oxfordshire Fire and Rescue Service | county council | Oxfordshire | OFRS | mycouncil.oxfordshire.gov.uk
Royal Berkshire Fire and Rescue Service | combined | Royal Berkshire | RBFRS | rbfrs.co.uk
Shropshire Fire and Rescue Service | combined | Shropshire | SFRS | shropshirefire.gov.uk
South Yorkshire Fire and Rescue | metropolitan | South Yorkshire | SYFR | syfire.gov.uk
Staffordshire Fire and Rescue Service | PFCC | Staffordshire | SFRS | staffordshirefire.gov.uk
Suffolk Fire and Rescue Service | county council | Suffolk | SFRS | suffolk.gov.uk
Surrey Fire and Rescue Service | county council | Surrey | SFRS | surreycc.gov.uk
Tyne and Wear Fire and Rescue Service | metropolitan | Tyne & Wear | TWFRS | twfire.gov.uk
Warwickshire Fire and Rescue Service | county council | Warwickshire | WFRS | warwickshire.gov.uk democracy.warwickshire.gov.uk
West Midlands Fire Service | metropolitan | West Midlands | WMFS | wmfs.net
West Sussex Fire and Rescue Service | county council | West Sussex | WSFRS | westsussex.moderngov.co.uk
West Yorkshire Fire and Rescue Service | metropolitan | West Yorkshire | WYFRS | westyorksfire.gov.uk
`).map(([name = '', governance = '', short = '', abbreviations = '', domains = '']) => ({
  name,
  governance,
  short,
  abbreviations: words(abbreviations),
  domains: words(domains),
}));
