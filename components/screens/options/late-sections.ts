/** Sections that few open: together they are one file of the package, which the options page does not begin with. */
export { AdviceScreen } from '@/components/screens/advice/advice-screen';
export { SitesScreen } from '@/components/screens/sites/sites-screen';
