import type { ImportState as State } from '../lib/import-state';
import type { components } from './schema.gen';

/** Names for the generated shapes; narrower only where the document says `string` for a closed set. */
type Schemas = components['schemas'];

export type Card = Schemas['Card'];
export type Facets = Schemas['Facets'];
export type Interpretation = Schemas['Interpretation'];
export type Alternative = Schemas['Alternative'];
export type Bounds = [west: number, south: number, east: number, north: number];
export type OfficePage = Omit<Schemas['OfficePage'], 'bounds'> & { bounds?: Bounds | null };
export type Suggestion = Omit<Schemas['SuggestionView'], 'kind'> & { kind: 'office' | 'organization' | 'service' | 'area' };
export type Schedule = Schemas['ScheduleView'];
export type ServiceDetail = Schemas['ServiceDetail'];
export type StatedValue = Schemas['StatedValue'];
export type Mark = Schemas['MarkView'];
export type OfficeDetail = Schemas['OfficeDetail'];
export type OrganizationPage = Schemas['OrganizationPage'];
export type OrganizationDetail = Schemas['OrganizationDetail'];
export type AreaRow = Schemas['AreaItem'];
export type CoverageTable = Schemas['CoverageTable'];
export type CoverageRow = Schemas['CoverageRow'];
export type SideBySide = Schemas['SideBySide'];
export type ServiceFigures = Schemas['ServiceFigures'];
export type CoverageMeasures = Schemas['CoverageMeasures'];
export type Measure = Schemas['MeasureView'];
export type Dataset = Schemas['DatasetView'];
export type Meta = Omit<Schemas['Meta'], 'bounds'> & { bounds?: Bounds | null };
export type ChangeSample = Schemas['ChangeView'];
export type ImportRun = Schemas['ImportRunView'];
export type ImportFile = Omit<Schemas['ImportFileView'], 'mapping'> & { mapping?: Mapping | null };
export type ImportJob = Omit<Schemas['ImportView'], 'files' | 'state'> & { files: ImportFile[]; state: State };
export type ImportState = State;
export type FileProblem = Schemas['FileProblem'];
export type Rejection = Schemas['RejectionView'];
export type Session = Schemas['SessionView'];
export type Signed = Schemas['Signed'];
export type Grant = Schemas['GrantView'];
export type OwnAccount = Schemas['OwnAccount'];
export type Sessions = Schemas['Sessions'];
export type ListedSession = Schemas['ListedSession'];
export type Account = Schemas['AccountView'];
export type AccountPage = Schemas['AccountPage'];
export type Link = Schemas['LinkView'];
export type LinkPurpose = Schemas['LinkPurpose'];
export type Enrolment = Schemas['Enrolment'];
export type PermissionTable = Schemas['PermissionTable'];

/** Which column of a file holds what; fields are those of the importer. */
export interface Mapping {
  name: string;
  kind: string;
  columns: Record<string, string>;
  constants: Record<string, string>;
}

export interface Decision {
  index: number;
  skip: boolean;
}
