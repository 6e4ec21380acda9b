import { addDuration } from '../../tenant/durations.ts';
import type {
  AccessPackage,
  ApprovalStageSettings,
  AssignmentRequest,
  Behaviour,
  Caller,
  Catalog,
  Person,
  Policy,
  Question,
  RequestorSettings,
  RequestType,
  SubjectSet,
} from '../../tenant/model.ts';
import { Refusal } from '../../tenant/model.ts';
import { PartitionTenant } from '../../tenant/partition.ts';
import type { RequestInput } from '../request-input.ts';
import { createRequest } from '../requests.ts';
import { settle } from '../transitions.ts';

export const START = Date.UTC(2026, 8, 1, 8);

/** A small tenant on a stopped clock, and the verbs that unit tests need. */
export class Scene {
  readonly tenant = new PartitionTenant('p-test');
  readonly catalog: Catalog;

  constructor(behaviour: Partial<Behaviour> = {}) {
    this.tenant.setClock({ now: START, frozen: true });
    this.tenant.setBehaviour(behaviour);
    this.catalog = this.addCatalog('General');
  }

  addCatalog(displayName: string, changes: Partial<Catalog> = {}): Catalog {
    return this.tenant.catalogs.put({
      id: this.tenant.newId(displayName),
      displayName,
      description: null,
      catalogType: 'userManaged',
      state: 'published',
      isExternallyVisible: false,
      createdAt: START,
      modifiedAt: START,
      ...changes,
    });
  }

  person(name: string, changes: Partial<Person> = {}): Person {
    return this.tenant.people.put({
      id: this.tenant.newId(name),
      userPrincipalName: `${name}@example.test`,
      displayName: name,
      givenName: name,
      surname: null,
      mail: `${name}@example.test`,
      jobTitle: null,
      department: null,
      officeLocation: null,
      mobilePhone: null,
      businessPhones: [],
      preferredLanguage: null,
      userType: 'Member',
      accountEnabled: true,
      managerId: null,
      directoryRoles: [],
      appRoles: [],
      about: '',
      connectedOrganizationId: null,
      listed: true,
      ...changes,
    });
  }

  admin(): Person {
    return this.person('admin', { directoryRoles: ['Identity Governance Administrator'] });
  }

  role(person: Person, roleDefinitionId: string, catalogId: string | null = this.catalog.id): void {
    this.tenant.roleAssignments.put({
      id: this.tenant.newId(),
      principalId: person.id,
      roleDefinitionId,
      appScopeId: catalogId === null ? null : `/AccessPackageCatalog/${catalogId}`,
      directoryScopeId: catalogId === null ? '/' : null,
    });
  }

  package(displayName: string, changes: Partial<AccessPackage> = {}): AccessPackage {
    return this.tenant.packages.put({
      id: this.tenant.newId(displayName),
      catalogId: this.catalog.id,
      displayName,
      description: null,
      isHidden: false,
      createdAt: START,
      modifiedAt: START,
      roleScopes: [],
      incompatiblePackageIds: [],
      incompatibleGroupIds: [],
      ...changes,
    });
  }

  policy(accessPackage: AccessPackage, changes: PolicyChanges = {}): Policy {
    const { requestor, approval, ...rest } = changes;
    return this.tenant.policies.put({
      id: this.tenant.newId(),
      packageId: accessPackage.id,
      displayName: 'Policy',
      description: null,
      allowedTargetScope: 'allMemberUsers',
      specificAllowedTargets: [],
      expiration: { type: 'afterDuration', endDateTime: null, duration: 'P90D' },
      requestorSettings: {
        enableTargetsToSelfAddAccess: true,
        enableTargetsToSelfUpdateAccess: false,
        enableTargetsToSelfRemoveAccess: false,
        allowCustomAssignmentSchedule: false,
        enableOnBehalfRequestorsToAddAccess: false,
        enableOnBehalfRequestorsToUpdateAccess: false,
        enableOnBehalfRequestorsToRemoveAccess: false,
        onBehalfRequestors: [],
        ...requestor,
      },
      requestApprovalSettings: {
        isApprovalRequiredForAdd: false,
        isApprovalRequiredForUpdate: false,
        isRequestorJustificationRequired: false,
        stages: [],
        ...approval,
      },
      reviewSettings: null,
      automaticRequestSettings: null,
      notificationSettings: null,
      questions: [],
      createdAt: START,
      modifiedAt: START,
      ...rest,
    });
  }

  /** Sends a request as this person; every scope is taken as given. */
  ask(person: Person, requestType: RequestType, input: Omit<RequestInput, 'requestType'>): AssignmentRequest {
    settle(this.tenant);
    return createRequest(this.tenant, caller(person), { requestType, ...input });
  }

  /** Asks and lets everything happen that needs nobody. Answers the request as it is then. */
  granted(person: Person, requestType: RequestType, input: Omit<RequestInput, 'requestType'>): AssignmentRequest {
    const { id } = this.ask(person, requestType, input);
    this.pass('PT3S');
    return this.request(id);
  }

  /** The request as it is now. */
  request(id: string): AssignmentRequest {
    const found = this.tenant.requests.get(id);
    if (!found) throw new Error(`No request ${id}`);
    return found;
  }

  /** Lets time pass (ISO 8601). */
  pass(duration: string): void {
    this.tenant.setClock({ now: addDuration(this.tenant.now(), duration) });
    settle(this.tenant);
  }
}

export type PolicyChanges = Partial<Policy> & {
  requestor?: Partial<RequestorSettings>;
  approval?: Partial<Policy['requestApprovalSettings']>;
};

export function caller(person: Person): Caller {
  return { person, scopes: [], app: 'test', cp1: false, issuedAt: 0 };
}

export function user(person: Person): SubjectSet {
  return { '@odata.type': '#microsoft.graph.singleUser', userId: person.id };
}

export function stage(primary: SubjectSet[], changes: Partial<ApprovalStageSettings> = {}): ApprovalStageSettings {
  return {
    durationBeforeAutomaticDenial: 'P14D',
    isApproverJustificationRequired: false,
    isEscalationEnabled: false,
    durationBeforeEscalation: 'PT0S',
    primaryApprovers: primary,
    fallbackPrimaryApprovers: [],
    escalationApprovers: [],
    fallbackEscalationApprovers: [],
    approverInformationVisibility: 'default',
    ...changes,
  };
}

/** The approval settings of a policy with these stages. */
export function approvedBy(...stages: ApprovalStageSettings[]): Partial<Policy['requestApprovalSettings']> {
  return { isApprovalRequiredForAdd: true, isApprovalRequiredForUpdate: true, stages };
}

export function textQuestion(id: string, changes: Partial<Question> = {}): Question {
  return {
    '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
    id,
    sequence: 0,
    isRequired: false,
    isAnswerEditable: true,
    text: id,
    localizations: [],
    isSingleLineQuestion: true,
    regexPattern: null,
    ...changes,
  };
}

export function choiceQuestion(id: string, values: string[], changes: Partial<Question> = {}): Question {
  return {
    '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
    id,
    sequence: 0,
    isRequired: false,
    isAnswerEditable: true,
    text: id,
    localizations: [],
    isMultipleSelectionAllowed: false,
    choices: values.map((value) => ({ actualValue: value, text: `${value} in words`, localizations: [] })),
    ...changes,
  };
}

/** Status and code of the refusal that `act` throws, as `400 InvalidModel`; `taken` when it throws none. */
export function refusalOf(act: () => unknown): string {
  try {
    act();
    return 'taken';
  } catch (error) {
    if (error instanceof Refusal) return `${error.status} ${error.code}`;
    throw error;
  }
}
