// Every page: its address, who sees it, where its code is. Pages load when they are opened.
import type { Component } from 'svelte';

import type { Role } from '@/shared/session.svelte';

type Loader = () => Promise<{ default: Component<never> }>;

export interface Page {
  pattern: string;
  load: Loader;
  /** Who may open it; absent: everybody signed in. */
  roles?: Role[];
  /** Opens without a session. */
  open?: boolean;
  /** Shows things as of a day that can be chosen. */
  asOf?: boolean;
}

const business: Role[] = ['clerk', 'monitor', 'officer', 'leader'];

export const pages: Page[] = [
  { pattern: '/', load: () => import('@/features/home/HomePage.svelte') },
  { pattern: '/dang-nhap', load: () => import('@/features/session/SignInPage.svelte'), open: true },
  { pattern: '/thiet-lap', load: () => import('@/features/session/SetupPage.svelte'), open: true },
  { pattern: '/doi-mat-khau', load: () => import('@/features/session/PasswordPage.svelte') },
  { pattern: '/van-ban', load: () => import('@/features/documents/DocumentsPage.svelte'), roles: business },
  {
    pattern: '/van-ban/ten-goi',
    load: () => import('@/features/documents/LearnedNamesPage.svelte'),
    roles: ['clerk'],
  },
  { pattern: '/van-ban/:id', load: () => import('@/features/documents/DocumentPage.svelte'), roles: business },
  { pattern: '/van-ban/:id/ra-soat', load: () => import('@/features/documents/ReviewPage.svelte'), roles: business },
  { pattern: '/nhiem-vu', load: () => import('@/features/tasks/TasksPage.svelte'), roles: business, asOf: true },
  { pattern: '/nhiem-vu/:id', load: () => import('@/features/tasks/TaskPage.svelte'), roles: business },
  { pattern: '/bao-cao', load: () => import('@/features/reports/SystemPage.svelte'), asOf: true },
  {
    pattern: '/bao-cao/:documentId',
    load: () => import('@/features/reports/ReportPage.svelte'),
    roles: business,
    asOf: true,
  },
  {
    pattern: '/hoi',
    load: () => import('@/features/associations/AssociationsPage.svelte'),
    roles: business,
    asOf: true,
  },
  { pattern: '/hoi/tuong-dong', load: () => import('@/features/associations/SimilarPage.svelte'), roles: business },
  {
    pattern: '/hoi/:id',
    load: () => import('@/features/associations/AssociationPage.svelte'),
    roles: business,
    asOf: true,
  },
  { pattern: '/to-chuc', load: () => import('@/features/organisations/OrganisationsPage.svelte'), asOf: true },
  { pattern: '/to-chuc/so-sanh', load: () => import('@/features/events/ComparePage.svelte') },
  { pattern: '/to-chuc/:id', load: () => import('@/features/organisations/OrganisationPage.svelte'), asOf: true },
  { pattern: '/su-kien', load: () => import('@/features/events/EventsPage.svelte') },
  { pattern: '/su-kien/moi', load: () => import('@/features/events/NewEventPage.svelte'), roles: ['administrator'] },
  { pattern: '/su-kien/:id', load: () => import('@/features/events/EventPage.svelte') },
  { pattern: '/nguoi-dung', load: () => import('@/features/users/UsersPage.svelte'), roles: ['administrator'] },
];
