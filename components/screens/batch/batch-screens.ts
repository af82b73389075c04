/** The forms of several rows share most of what they are made of: together they are one file of the package. */
export { CardsScreen } from '@/components/screens/cards/cards-screen';
export { OutreachScreen } from '@/components/screens/outreach/outreach-screen';
