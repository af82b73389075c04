/** What a surface opens after its first screen: together they are one file of the package. */
export { FollowedJob } from '@/components/screens/job/followed-job';
export { JobScreen } from '@/components/screens/job/job-screen';
export { JobsScreen } from '@/components/screens/jobs/jobs-screen';
export { checkOpportunityId } from '@/components/screens/opportunity/check-opportunity-id';
export { openHelp } from '@/components/screens/opportunity/help';
export { ReleaseScreen } from '@/components/screens/release/release-screen';
export { PanelScreen } from './panel-screen';
