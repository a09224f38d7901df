import type {
	ActivitiesRegister,
	CalendarRegister,
	ControlsRegister,
	PeopleRegister,
	RolesRegister,
	ToolsRegister,
} from './documents.generated.ts';

/** The registers of a library; undefined where the library has no such file. */
export interface Registers {
	readonly people?: PeopleRegister | undefined;
	readonly roles?: RolesRegister | undefined;
	readonly tools?: ToolsRegister | undefined;
	readonly controls?: ControlsRegister | undefined;
	readonly activities?: ActivitiesRegister | undefined;
	readonly calendar?: CalendarRegister | undefined;
}
