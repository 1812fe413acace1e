// Written by `npm run generate` from backend/server/openapi.json.
export interface paths {
    "/api/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Areas by kind, parent and name. */
        get: {
            parameters: {
                query?: {
                    /** @description Kinds, comma-separated; every kind when absent. */
                    kind?: string;
                    /** @description Code of the area they lie in. */
                    parent?: string;
                    /** @description Part of the name or reading. */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AreaList"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One area with its population. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AreaDetail"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines of the audit, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description In whose name: login, account id or part of the program (`import`). */
                    actor?: string;
                    /** @description Of this kind of thing (`office`, `account`, …). */
                    entity?: string;
                    /** @description Of this thing. */
                    id?: string;
                    /** @description From this day on, `YYYY-MM-DD` in Japan. */
                    from?: string;
                    /** @description Up to this day, `YYYY-MM-DD` in Japan. */
                    to?: string;
                    /** @description `next` of the page before. */
                    before?: number;
                    /** @description Lines a page, 1–200, default 50. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditPage"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines as CSV (UTF-8 with BOM), newest first, sent as they are read. */
        get: {
            parameters: {
                query?: {
                    /** @description In whose name: login, account id or part of the program (`import`). */
                    actor?: string;
                    /** @description Of this kind of thing (`office`, `account`, …). */
                    entity?: string;
                    /** @description Of this thing. */
                    id?: string;
                    /** @description From this day on, `YYYY-MM-DD` in Japan. */
                    from?: string;
                    /** @description Up to this day, `YYYY-MM-DD` in Japan. */
                    to?: string;
                    /** @description `next` of the page before. */
                    before?: number;
                    /** @description Lines a page, 1–200, default 50. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": unknown;
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines as JSON, one a line, newest first, sent as they are read. */
        get: {
            parameters: {
                query?: {
                    /** @description In whose name: login, account id or part of the program (`import`). */
                    actor?: string;
                    /** @description Of this kind of thing (`office`, `account`, …). */
                    entity?: string;
                    /** @description Of this thing. */
                    id?: string;
                    /** @description From this day on, `YYYY-MM-DD` in Japan. */
                    from?: string;
                    /** @description Up to this day, `YYYY-MM-DD` in Japan. */
                    to?: string;
                    /** @description `next` of the page before. */
                    before?: number;
                    /** @description Lines a page, 1–200, default 50. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": unknown;
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed in the directory after a number. */
        get: {
            parameters: {
                query?: {
                    /** @description Only what came after this number; 0 for everything that is kept. */
                    since?: number;
                    /** @description Only offices in this area. */
                    area?: string;
                    /** @description Only offices that deliver this service. */
                    service?: string;
                    /** @description Changes at most, 1–500, default 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangePage"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest changes as an Atom feed (RFC 4287). */
        get: {
            parameters: {
                query?: {
                    /** @description Only what came after this number; 0 for everything that is kept. */
                    since?: number;
                    /** @description Only offices in this area. */
                    area?: string;
                    /** @description Only offices that deliver this service. */
                    service?: string;
                    /** @description Changes at most, 1–500, default 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/atom+xml": unknown;
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your newest decisions. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecisionList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a decision back, or says what has changed since and bars it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UndoView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of this run of the server, and files imported earlier. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Uploads files (form field `file`, any number) and begins to read them. Nothing is written before confirmation. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": string;
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportStarted"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import: its files, what would change, how far it is. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/changes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed as CSV: file, key, name, kind, field, before, after. The id is an import's or an earlier run's. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": unknown;
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes what was previewed. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/files/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets edition and column mapping of one file and reads it again. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    index: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FileOptions"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportView"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rejected.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refused rows as CSV: file, line, column, value, reason, remedy. The id is an import's or an earlier run's. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": unknown;
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops an import. The file at work leaves no trace; files finished before stay. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved column mappings. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The installation in one object. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meta"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you keep; nothing for a visitor. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MyView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an empty list. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewList"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListDetail"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list of yours with its offices. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListDetail"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Replaces name, note and offices of a list. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ListInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListDetail"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Drops a list. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/lists/{id}/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds an office at the end of a list; one that stands in it already stays where it is. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Addition"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/lists/{id}/offices.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list as CSV (UTF-8 with BOM). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": unknown;
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/lists/{id}/offices.vcf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list as vCards 4.0, one an office. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/vcard": unknown;
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a search; what is there now counts as seen. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSearch"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchSummary"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Drops a search. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/searches/{id}/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The new offices of a search. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CardList"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/searches/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that the new offices of a search have been seen. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches offices: a page of them, the exact total, facets and how the words were understood. */
        get: {
            parameters: {
                query?: {
                    /** @description Words: names, readings, addresses, telephone or office numbers, services, places. */
                    q?: string;
                    /** @description Point to measure from: `lat,lon` in degrees. */
                    near?: string;
                    /** @description Only within so many metres of `near`. */
                    radius_m?: number;
                    /** @description Only inside a box: `west,south,east,north` in degrees. */
                    bbox?: string;
                    /** @description Only in one of these areas, by code. */
                    area?: string;
                    /** @description Only offices working in one of these systems. */
                    system?: string;
                    /** @description Only offices delivering one of these service types. */
                    service?: string;
                    /** @description Only offices open on all of these days: `weekday`, `saturday`, `sunday`, `holiday`. */
                    open?: string;
                    /** @description Only offices working in 介護保険 and in 障害福祉 or 児童. */
                    both_systems?: boolean;
                    /** @description Only offices with 共生型サービス. */
                    kyosei?: boolean;
                    /** @description `relevance` (default), `distance` (needs `near`), `name` or `updated`. */
                    sort?: string;
                    /** @description Items a page, 1–100, default 20. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfficePage"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offices.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The offices a search finds as CSV (UTF-8 with BOM), at most 5,000, in the order of the list. */
        get: {
            parameters: {
                query?: {
                    /** @description Words: names, readings, addresses, telephone or office numbers, services, places. */
                    q?: string;
                    /** @description Point to measure from: `lat,lon` in degrees. */
                    near?: string;
                    /** @description Only within so many metres of `near`. */
                    radius_m?: number;
                    /** @description Only inside a box: `west,south,east,north` in degrees. */
                    bbox?: string;
                    /** @description Only in one of these areas, by code. */
                    area?: string;
                    /** @description Only offices working in one of these systems. */
                    system?: string;
                    /** @description Only offices delivering one of these service types. */
                    service?: string;
                    /** @description Only offices open on all of these days: `weekday`, `saturday`, `sunday`, `holiday`. */
                    open?: string;
                    /** @description Only offices working in 介護保険 and in 障害福祉 or 児童. */
                    both_systems?: boolean;
                    /** @description Only offices with 共生型サービス. */
                    kyosei?: boolean;
                    /** @description `relevance` (default), `distance` (needs `near`), `name` or `updated`. */
                    sort?: string;
                    /** @description Items a page, 1–100, default 20. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": unknown;
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One office with its services, sources and neighbours; 301 to the one that stands in its place after a merge. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfficeDetail"];
                    };
                };
                301: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Moved"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offices/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history of an office, newest first. Names of persons are for members of the office and stewards of its area. */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    before?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryPage"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offices/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes one office of two; the id of the other answers for this one for ever. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Decided"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offices/{id}/nearest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The nearest other offices, of one service type or any. */
        get: {
            parameters: {
                query?: {
                    /** @description Service type they deliver; any when absent. */
                    service?: string;
                    /** @description How many, 1–50, default 5. */
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CardList"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offices/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the state after an entry of the history stand again, by corrections. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Restore"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RestoredView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offices/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes two offices of one. The next import keeps them apart. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Split"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Decided"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches organizations by name, reading or number. */
        get: {
            parameters: {
                query?: {
                    /** @description Part of the name or reading in any spelling, or a 法人番号. */
                    q?: string;
                    /** @description Items a page, 1–100, default 20. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationPage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organization with its offices. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationDetail"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open items of the review queue that touch your area. */
        get: {
            parameters: {
                query?: {
                    /** @description `match_candidate`, `duplicate`, `conflict`, `suggestion`, `closure`; every kind when absent. */
                    kind?: string;
                    /** @description Only items with an office in this area. */
                    area?: string;
                    /** @description Items a page, 1–100, default 20. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewPage"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-items/find-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks for offices stored twice, among what has changed since it was last looked. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Looked"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item, open or decided. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-items/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides an open item. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Decided"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is asking. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
            };
        };
        put?: never;
        /** Signs the operator in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Signs out. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Completes what is being typed: offices, organizations, services, areas. */
        get: {
            parameters: {
                query: {
                    /** @description Text so far. */
                    q: string;
                    /** @description Most completions, 1–20, default 8. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SuggestionList"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/taxonomy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Systems and service types with their names. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Taxonomy"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiles/areas/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Areas: polygons and labels. */
        get: {
            parameters: {
                query?: {
                    /** @description Kinds, comma-separated; every kind when absent. */
                    kind?: string;
                };
                header?: never;
                path: {
                    z: number;
                    x: number;
                    /** @description with `.mvt` */
                    y: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.mapbox-vector-tile": unknown;
                    };
                };
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiles/base/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Base map: land, water, railways, roads. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    z: number;
                    x: number;
                    /** @description with `.mvt` */
                    y: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.mapbox-vector-tile": unknown;
                    };
                };
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiles/offices/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offices that match the filters: single ones and clusters. */
        get: {
            parameters: {
                query?: {
                    /** @description Words: names, readings, addresses, telephone or office numbers, services, places. */
                    q?: string;
                    /** @description Point to measure from: `lat,lon` in degrees. */
                    near?: string;
                    /** @description Only within so many metres of `near`. */
                    radius_m?: number;
                    /** @description Only inside a box: `west,south,east,north` in degrees. */
                    bbox?: string;
                    /** @description Only in one of these areas, by code. */
                    area?: string;
                    /** @description Only offices working in one of these systems. */
                    system?: string;
                    /** @description Only offices delivering one of these service types. */
                    service?: string;
                    /** @description Only offices open on all of these days: `weekday`, `saturday`, `sunday`, `holiday`. */
                    open?: string;
                    /** @description Only offices working in 介護保険 and in 障害福祉 or 児童. */
                    both_systems?: boolean;
                    /** @description Only offices with 共生型サービス. */
                    kyosei?: boolean;
                    /** @description `relevance` (default), `distance` (needs `near`), `name` or `updated`. */
                    sort?: string;
                    /** @description Items a page, 1–100, default 20. */
                    limit?: number;
                    /** @description `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path: {
                    z: number;
                    x: number;
                    /** @description with `.mvt` */
                    y: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.mapbox-vector-tile": unknown;
                    };
                };
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The office to add. */
        Addition: {
            /**
             * Format: uuid
             * @description The office.
             */
            office: string;
        };
        /** @description A wider search that finds something. */
        Alternative: {
            /** @description Parameters to leave out. */
            drop: string[];
            /** @description Query text to use. */
            q?: string | null;
            /**
             * Format: double
             * @description Radius to use, metres.
             */
            radius_m?: number | null;
            /** @description `without_place`, `without_service`, `fewer_words`, `without_filters`, `wider_radius` or `corrected`. */
            reason: string;
            /**
             * Format: int64
             * @description How many it finds.
             */
            total: number;
        };
        /** @description How an item is decided. */
        Answer: {
            /** @description One of the item's `choices`. */
            choice: string;
            /**
             * Format: uuid
             * @description Of `same`: the office that stays; the item's first when absent.
             */
            into?: string | null;
            /** @description Of `accept`: the value to set instead of the one suggested. */
            value?: string | null;
        };
        /** @description One area with its population. */
        AreaDetail: {
            /** @description Box around it: west, south, east, north. */
            bounds?: number[] | null;
            center?: components["schemas"]["Point"] | null;
            /** @description Code. */
            code: string;
            /** @description Reading, hiragana. */
            kana?: string | null;
            /** @description Kind. */
            kind: string;
            /** @description Name. */
            name: string;
            parent?: components["schemas"]["NamedCode"] | null;
            /** @description Persons by age band. */
            population: components["schemas"]["PopulationItem"][];
        };
        /** @description An area as lists show it. */
        AreaItem: {
            center?: components["schemas"]["Point"] | null;
            /** @description Code. */
            code: string;
            /** @description Reading, hiragana. */
            kana?: string | null;
            /** @description `prefecture`, `municipality`, `ward`, `community_area`, … */
            kind: string;
            /** @description Name. */
            name: string;
            /** @description Code of the area it lies in. */
            parent?: string | null;
        };
        /** @description Areas. */
        AreaList: {
            /** @description In the order of their codes. */
            items: components["schemas"]["AreaItem"][];
        };
        /** @description One line. */
        AuditLine: {
            /** @description What was done. */
            action: string;
            /** @description Account id, or the part of the program. */
            actor: string;
            /** @description Name of the account. */
            actor_name?: string | null;
            /** @description The values that changed, as they are. */
            after?: unknown;
            /** @description When (RFC 3339). */
            at: string;
            /** @description The values that changed, as they were. */
            before?: unknown;
            /** @description To what kind of thing. */
            entity: string;
            /**
             * Format: uuid
             * @description To which.
             */
            id?: string | null;
            /**
             * Format: int64
             * @description Its place in the order of commits.
             */
            seq: number;
        };
        /** @description A page of the audit. */
        AuditPage: {
            /** @description Newest first. */
            items: components["schemas"]["AuditLine"][];
            /**
             * Format: int64
             * @description Give it as `before` for the next page; `null` on the last.
             */
            next?: number | null;
        };
        /** @description Optional base maps. */
        BaseMapView: {
            pmtiles?: components["schemas"]["TileSource"] | null;
            raster?: components["schemas"]["TileSource"] | null;
        };
        /** @description An office as lists show it. */
        Card: {
            /** @description Address with prefecture and municipality. */
            address: string;
            /** @description Whether it works in 介護保険 and in 障害福祉 or 児童. */
            both_systems: boolean;
            /** @description Building, floor, room. */
            building?: string | null;
            /** @description When somebody last confirmed the entry (RFC 3339). */
            checked_at?: string | null;
            /**
             * Format: double
             * @description Metres from the point asked for.
             */
            distance_m?: number | null;
            /** @description Newest edition that lists it (`2025-12`). */
            edition?: string | null;
            /** @description FAX, digits and hyphens. */
            fax?: string | null;
            /** @description The edition it was missing from; such an office may be closed. */
            gone_in?: string | null;
            highlights?: components["schemas"]["Highlights"] | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Reading, hiragana. */
            kana?: string | null;
            /** @description Whether one of its services is 共生型. */
            kyosei: boolean;
            municipality?: components["schemas"]["NamedCode"] | null;
            /** @description Name of the office. */
            name: string;
            /** @description Days with at least one service open: `weekday`, `saturday`, `sunday`, `holiday`. */
            open: string[];
            organization?: components["schemas"]["NamedId"] | null;
            /** @description Telephone, digits and hyphens. */
            phone?: string | null;
            position?: components["schemas"]["CardPosition"] | null;
            /** @description Codes of its current services, in taxonomy order. */
            services: string[];
            /** @description Codes of the systems those belong to. */
            systems: string[];
            /** @description Home page. */
            url?: string | null;
        };
        /** @description A short list of offices. */
        CardList: {
            /** @description The offices. */
            items: components["schemas"]["Card"][];
        };
        /** @description A point in degrees with how it came about. */
        CardPosition: {
            /**
             * Format: double
             * @description Degrees north.
             */
            lat: number;
            /**
             * Format: double
             * @description Degrees east.
             */
            lon: number;
            /** @description `confirmed`, `official`, `doubtful`, `town` or `municipality`. */
            precision: string;
        };
        /** @description A page of changes. */
        ChangePage: {
            /** @description In the order in which they were written. */
            items: components["schemas"]["OfficeChange"][];
            /** @description Whether more is waiting. */
            more: boolean;
            /**
             * Format: int64
             * @description Give it as `since` to read on; the same as asked for when nothing is new.
             */
            next_since: number;
        };
        /** @description A row that is new, gone or changed. */
        ChangeView: {
            /** @description Changed fields. */
            fields: components["schemas"]["FieldChangeView"][];
            /** @description Key of the row. */
            key: string;
            /** @description `new`, `gone` or `changed`. */
            kind: string;
            /** @description Name of the office. */
            name: string;
        };
        /** @description One field of an item. */
        ComparedField: {
            /** @description Whether the values mean the same; `null` where one is missing. */
            agrees?: boolean | null;
            /** @description Field. */
            field: string;
            /** @description A value a column, empty where there is none. */
            values: string[];
        };
        /** @description What the person decided about the files. */
        Confirmation: {
            /** @description Decisions by file; files not named are imported as previewed. */
            files?: components["schemas"]["FileDecision"][];
        };
        /** @description How many matches carry a code. */
        Count: {
            /** @description Code. */
            code: string;
            /**
             * Format: int64
             * @description Matches.
             */
            count: number;
        };
        /** @description One data set. */
        DatasetView: {
            /** @description Credit its licence asks for. */
            credit?: string | null;
            /** @description `kaigo:430`. */
            dataset: string;
            /** @description Current edition. */
            edition: string;
            /** @description File it came from. */
            file?: string | null;
            /**
             * Format: int64
             * @description Rows that were listed once and are no more.
             */
            gone: number;
            /** @description When it was imported (RFC 3339). */
            imported_at?: string | null;
            /** @description Name for people. */
            label: string;
            /**
             * Format: int64
             * @description Rows listed now.
             */
            rows: number;
        };
        /** @description What was decided. */
        Decided: {
            /**
             * Format: uuid
             * @description The decision, to undo it.
             */
            decision: string;
            /**
             * Format: uuid
             * @description The office that now stands, or the new one of a split.
             */
            office?: string | null;
        };
        /** @description The newest decisions. */
        DecisionList: {
            /** @description Newest first. */
            items: components["schemas"]["DecisionView"][];
        };
        /** @description A decision taken. */
        DecisionView: {
            /** @description `merge`, `split`, `accept`, `reject`, `different`, `keep`, `official`, `restore`. */
            action: string;
            /** @description When (RFC 3339). */
            at: string;
            /**
             * Format: uuid
             * @description Identity; give it to undo.
             */
            id: string;
            /**
             * Format: uuid
             * @description The item it answered.
             */
            item?: string | null;
            /** @description Names of the offices it touched that are there now. */
            offices: components["schemas"]["OfficeName"][];
            /** @description When it was taken back. */
            undone_at?: string | null;
        };
        /** @description An office in a list. */
        EntryInput: {
            /** @description What you note about it. No client's personal data. */
            note: string;
            /**
             * Format: uuid
             * @description The office.
             */
            office: string;
        };
        /** @description Counts of all matches. */
        Facets: {
            /** @description By municipality or ward, most first, at most 200. */
            areas: components["schemas"]["NamedCount"][];
            /**
             * Format: int64
             * @description In both worlds.
             */
            both_systems: number;
            /**
             * Format: int64
             * @description With 共生型サービス.
             */
            kyosei: number;
            /** @description By service type. */
            services: components["schemas"]["Count"][];
            /** @description By system. */
            systems: components["schemas"]["Count"][];
        };
        /** @description One changed field. */
        FieldChangeView: {
            /** @description After. */
            after: string;
            /** @description Before. */
            before: string;
            /** @description Field. */
            field: string;
        };
        /** @description One field before and after. */
        FieldHistory: {
            /** @description Value after. */
            after: string;
            /** @description Value before, empty where there was none. */
            before: string;
            /** @description Field. */
            field: string;
        };
        /** @description A decision about one file. */
        FileDecision: {
            /** @description Place in the list. */
            index: number;
            /** @description Leave it out. */
            skip?: boolean;
        };
        /** @description How a file should be read instead; the preview is made again. */
        FileOptions: {
            /** @description Edition `YYYY-MM`. */
            edition?: string | null;
            /** @description Column mapping. */
            mapping?: Record<string, never> | null;
            /** @description Keep the mapping under its name for later files. */
            save?: boolean;
        };
        /** @description Why a file failed. */
        FileProblem: {
            /** @description Stable code. */
            code: string;
            /** @description What happened and where. */
            detail: string;
            /** @description What to do. */
            remedy: string;
        };
        /** @description Matched parts by field. */
        Highlights: {
            /** @description In `address`. */
            address?: [
                number,
                number
            ][];
            /** @description In `kana`. */
            kana?: [
                number,
                number
            ][];
            /** @description In `name`. */
            name?: [
                number,
                number
            ][];
            /** @description In the organization's name. */
            organization?: [
                number,
                number
            ][];
        };
        /** @description What happened at one moment. */
        HistoryEntry: {
            /** @description `create`, `import`, `correct`, `uncorrect`, `merge`, `split`, `undo`, …. */
            action: string;
            /** @description When (RFC 3339). */
            at: string;
            /** @description Who by name; only for members of the office and stewards of its area. */
            by?: string | null;
            /** @description What changed, field by field. */
            changes: components["schemas"]["FieldHistory"][];
            /** @description Why; only where names are shown, as it may hold some. */
            note?: string | null;
            other?: components["schemas"]["OtherOffice"] | null;
            /** @description Who, as a role: `import`, `steward`, `member`, `administrator`, `program`. */
            role: string;
            /**
             * Format: int64
             * @description Its place in the audit; give it to restore the state after it.
             */
            seq: number;
            /** @description Of an import: source and edition. */
            source?: string | null;
        };
        /** @description A page of an office's history. */
        HistoryPage: {
            /** @description Newest first. */
            items: components["schemas"]["HistoryEntry"][];
            /** @description Whether you may make an earlier state stand again. */
            may_restore: boolean;
            /**
             * Format: int64
             * @description Give it as `before` for the next page; `null` on the last.
             */
            next?: number | null;
        };
        /** @description One file of an import. */
        ImportFileView: {
            /**
             * Format: int64
             * @description Pairs put into the review queue.
             */
            candidates: number;
            /**
             * Format: int64
             * @description Rows that differ from the stored ones.
             */
            changed: number;
            /** @description First changes. */
            changes: components["schemas"]["ChangeView"][];
            /** @description Headers. */
            columns: string[];
            /** @description `whole`, or `excerpt` when the file holds less than half of the known rows (then nothing is gone). */
            coverage?: string | null;
            /** @description Data set it belongs to. */
            dataset?: string | null;
            /** @description Edition. */
            edition?: string | null;
            /** @description `given`, `file_name`, `member_date`, `file_date` or `today`. */
            edition_from?: string | null;
            /** @description Character encoding. */
            encoding?: string | null;
            error?: components["schemas"]["FileProblem"] | null;
            /** @description Name with the archive it lay in. */
            file: string;
            /**
             * Format: int64
             * @description Known rows that the edition no longer holds.
             */
            gone: number;
            /**
             * Format: int64
             * @description Rows that are new or changed.
             */
            imported: number;
            /** @description Place in the list. */
            index: number;
            /** @description What it was recognised as (`kaigo`, `wamnet`, `areas`, …, `unknown`). */
            kind: string;
            /** @description Name of the data set for people. */
            label?: string | null;
            /** @description Column mapping in force. */
            mapping?: Record<string, never> | null;
            /** @description What was mended or flagged, by kind. */
            marks: components["schemas"]["MarkCount"][];
            /**
             * Format: int64
             * @description Rows not known before.
             */
            new: number;
            /**
             * Format: int64
             * @description Rows refused.
             */
            rejected: number;
            /** @description First refused rows. */
            rejections: components["schemas"]["RejectionView"][];
            /**
             * Format: int64
             * @description Data rows; `rows = imported + unchanged + rejected`.
             */
            rows: number;
            /** @description First rows. */
            sample: string[][];
            /**
             * Format: double
             * @description Seconds it took.
             */
            seconds: number;
            /** @description Whether it is left out on confirmation. */
            skip: boolean;
            /**
             * Format: int64
             * @description Rows that stand as they are.
             */
            unchanged: number;
        };
        /** @description Imports, newest first. */
        ImportList: {
            /** @description Imports of this run of the server that are not finished. */
            active: components["schemas"]["ImportView"][];
            /** @description Files imported earlier, newest first. */
            runs: components["schemas"]["ImportRunView"][];
        };
        /** @description A file imported earlier. */
        ImportRunView: {
            /** @description Data set. */
            dataset: string;
            /** @description Edition. */
            edition: string;
            /** @description File. */
            file: string;
            /** @description When (RFC 3339). */
            finished_at: string;
            /**
             * Format: int64
             * @description Rows gone.
             */
            gone: number;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /**
             * Format: int64
             * @description New or changed rows.
             */
            imported: number;
            /** @description Kind. */
            kind: string;
            /** @description Name of the data set for people. */
            label: string;
            /**
             * Format: int64
             * @description Refused rows.
             */
            rejected: number;
            /**
             * Format: int64
             * @description Rows in all.
             */
            rows: number;
            /**
             * Format: double
             * @description Seconds.
             */
            seconds: number;
            /**
             * Format: int64
             * @description Unchanged rows.
             */
            unchanged: number;
        };
        /** @description What was begun. */
        ImportStarted: {
            /**
             * Format: uuid
             * @description Identity to ask for progress with.
             */
            id: string;
        };
        /**
         * @description Where an import stands.
         * @enum {string}
         */
        ImportState: "reading" | "ready" | "running" | "done" | "failed" | "stopped";
        /** @description An import of one or more files. */
        ImportView: {
            /** @description When it was begun (RFC 3339). */
            created_at: string;
            /**
             * Format: int64
             * @description Steps done of the phase.
             */
            done: number;
            /** @description Its files. */
            files: components["schemas"]["ImportFileView"][];
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description What is being done now: `read`, `match`, `write`, `index`. */
            phase: string;
            /** @description `reading`, `ready`, `running`, `done`, `failed` or `stopped`. */
            state: components["schemas"]["ImportState"];
            /**
             * Format: int64
             * @description Steps of the phase, 0 when unknown.
             */
            total: number;
        };
        /** @description How the words were understood. */
        Interpretation: {
            /** @description The spelling that was searched instead, when the one given finds nothing. */
            corrected?: string | null;
            place?: components["schemas"]["PlaceView"] | null;
            /** @description The services the words name. */
            services: string[];
            /** @description What was searched as text. */
            text: string;
            /** @description The query without the words that name the place. */
            without_place: string;
        };
        /** @description How many items of a kind are open. */
        KindCount: {
            /**
             * Format: int64
             * @description Open items.
             */
            count: number;
            /** @description Kind. */
            kind: string;
        };
        /** @description A list with its offices. */
        ListDetail: {
            /** @description When it was changed last (RFC 3339). */
            changed_at: string;
            /** @description Its offices in their order. */
            entries: components["schemas"]["ListedOffice"][];
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Name. */
            name: string;
            /** @description What it is for. */
            note: string;
        };
        /** @description A list as it shall be. */
        ListInput: {
            /** @description Its offices in their order. */
            entries: components["schemas"]["EntryInput"][];
            /** @description What you call it. */
            name: string;
            /** @description What it is for. No client's personal data. */
            note: string;
        };
        /** @description A list in short. */
        ListSummary: {
            /** @description When it was changed last (RFC 3339). */
            changed_at: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Name. */
            name: string;
            /**
             * Format: int64
             * @description Offices in it.
             */
            offices: number;
        };
        /** @description An office in a list. */
        ListedOffice: {
            /** @description What its keeper notes about it. */
            note: string;
            /** @description The office. */
            office: components["schemas"]["Card"];
        };
        /** @description How many questions were put. */
        Looked: {
            /**
             * Format: int64
             * @description New questions.
             */
            asked: number;
        };
        /** @description How often something was mended or flagged. */
        MarkCount: {
            /**
             * Format: int64
             * @description Values.
             */
            count: number;
            /** @description Kind of mark. */
            kind: string;
            /** @description Whether mended (else flagged). */
            mended: boolean;
        };
        /** @description What was done to or is doubtful about one field. */
        MarkView: {
            /** @description Field. */
            field: string;
            /**
             * @description `folded`, `completed`, `deduplicated`, `unwrapped`, `outside_municipality`, `outside_japan`, `no_position`,
             *     `unusable`, `damaged`, `unknown_municipality`.
             */
            kind: string;
            /** @description Whether the value was mended (else it is only flagged). */
            mended: boolean;
            /** @description The value as the source has it. */
            original: string;
        };
        /** @description Which office is the same. */
        Merge: {
            /**
             * Format: uuid
             * @description The office that goes.
             */
            away: string;
        };
        /** @description The installation in one object; the page reads it first. */
        Meta: {
            /** @description Base maps beside our own. */
            base_map: components["schemas"]["BaseMapView"];
            /** @description Box around all offices: west, south, east, north. */
            bounds?: number[] | null;
            /** @description Data sets with their current edition. */
            datasets: components["schemas"]["DatasetView"][];
            /** @description Whether the invented demo prefecture is loaded. */
            demo: boolean;
            /**
             * Format: int64
             * @description Grows with every change; part of tile URLs so that caches stay right.
             */
            generation: number;
            /** @description Name of the product. */
            name: string;
            /**
             * Format: int64
             * @description Offices that are listed now.
             */
            offices: number;
            /**
             * Format: int64
             * @description Organizations.
             */
            organizations: number;
            /**
             * Format: int64
             * @description Open entries of the review queue.
             */
            review_items: number;
            /**
             * Format: int64
             * @description Services that are listed now.
             */
            services: number;
            /** @description When anything was last imported (RFC 3339). */
            updated_at?: string | null;
            /** @description Version of the program. */
            version: string;
        };
        /** @description Where an office went that was merged into another. */
        Moved: {
            /**
             * Format: uuid
             * @description The office that stands in its place.
             */
            moved_to: string;
        };
        /** @description The own page; empty for a visitor. */
        MyView: {
            /** @description Whether they may read the audit. */
            audits: boolean;
            /** @description Lists, oldest first. */
            lists: components["schemas"]["ListSummary"][];
            /** @description Whether they may moderate somewhere. */
            moderates: boolean;
            /**
             * Format: int64
             * @description New offices of all searches together.
             */
            new: number;
            /** @description Searches, oldest first. */
            searches: components["schemas"]["SearchSummary"][];
            /** @description Whether somebody is signed in. */
            signed_in: boolean;
        };
        /** @description Something with a code and a name. */
        NamedCode: {
            /** @description Code (5 digits for municipalities). */
            code: string;
            /** @description Name. */
            name: string;
        };
        /** @description How many matches lie in an area. */
        NamedCount: {
            /** @description Code. */
            code: string;
            /**
             * Format: int64
             * @description Matches.
             */
            count: number;
            /** @description Name. */
            name: string;
        };
        /** @description Something with an id and a name. */
        NamedId: {
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Name. */
            name: string;
        };
        /** @description A list to make. */
        NewList: {
            /** @description What you call it. */
            name: string;
        };
        /** @description A search to keep. */
        NewSearch: {
            /** @description What you call it. */
            name: string;
            /** @description Query string of the search page, without the question mark. */
            query: string;
        };
        /** @description One change of one office. No persons: who changed it stands in no public answer. */
        OfficeChange: {
            /** @description When (RFC 3339). */
            at: string;
            /** @description What changed of the public fields. */
            changes: components["schemas"]["FieldHistory"][];
            /** @description `new`, `changed`, `merged` (see `moved_to`). */
            kind: string;
            /**
             * Format: uuid
             * @description The office it was merged into.
             */
            moved_to?: string | null;
            /** @description The office, by the name it has now (had, when merged). */
            office: components["schemas"]["OfficeName"];
            /**
             * Format: int64
             * @description Its number.
             */
            seq: number;
        };
        /** @description Everything known of one office. */
        OfficeDetail: components["schemas"]["Card"] & {
            /** @description Mail address. */
            email?: string | null;
            /** @description What was mended in or is doubtful about the stated values. */
            marks: components["schemas"]["MarkView"][];
            /** @description 事業所番号 of its services, each once. */
            numbers: string[];
            organization_detail?: components["schemas"]["OrganizationSummary"] | null;
            /** @description Names its services carry that differ from `name`. */
            other_names: string[];
            /** @description Seven digits. */
            postal_code?: string | null;
            /** @description Other offices at the same address. */
            same_place: components["schemas"]["Card"][];
            /** @description Its services, current ones first. */
            services_detail: components["schemas"]["ServiceDetail"][];
            /** @description Other offices of the organization, nearest first, at most six. */
            siblings: components["schemas"]["Card"][];
            /** @description Every stated value of every field with its source; the current one is marked. */
            values: components["schemas"]["StatedValue"][];
        };
        /** @description An office by its name. */
        OfficeName: {
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Name. */
            name: string;
        };
        /** @description A page of offices. On the wire the items are the stored cards with distance and highlights added. */
        OfficePage: {
            /** @description Wider searches that do find something; only when `total` is 0. */
            alternatives: components["schemas"]["Alternative"][];
            /** @description Box around all matches: west, south, east, north. */
            bounds?: number[] | null;
            /** @description Counts of all matches by what one could filter next. */
            facets: components["schemas"]["Facets"];
            /** @description How the words were understood. */
            interpretation: components["schemas"]["Interpretation"];
            /** @description Offices of this page. */
            items: components["schemas"]["Card"][];
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many match in all, exactly.
             */
            total: number;
        };
        /** @description Everything known of one organization. */
        OrganizationDetail: components["schemas"]["OrganizationItem"] & {
            /** @description Box around them: west, south, east, north. */
            bounds?: number[] | null;
            /** @description FAX. */
            fax?: string | null;
            /** @description Its offices by municipality and name, at most 500. */
            office_cards: components["schemas"]["Card"][];
            /** @description Home page. */
            url?: string | null;
        };
        /** @description An organization as lists show it. */
        OrganizationItem: {
            /** @description Address of its seat. */
            address?: string | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Reading, hiragana. */
            kana?: string | null;
            /** @description Name with its legal form. */
            name: string;
            /** @description 法人番号. */
            number?: string | null;
            /**
             * Format: int64
             * @description How many offices it runs here.
             */
            offices: number;
            /** @description Telephone. */
            phone?: string | null;
            /** @description Codes of the systems it works in. */
            systems: string[];
        };
        /** @description A page of organizations. */
        OrganizationPage: {
            /** @description Organizations of this page. */
            items: components["schemas"]["OrganizationItem"][];
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many there are in all.
             */
            total: number;
        };
        /** @description 法人 in short. */
        OrganizationSummary: {
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Name with its legal form. */
            name: string;
            /** @description 法人番号. */
            number?: string | null;
            /**
             * Format: int64
             * @description How many offices it runs here.
             */
            offices: number;
            /** @description Telephone of its seat. */
            phone?: string | null;
            /** @description Home page. */
            url?: string | null;
        };
        /** @description Another office in the history of one. */
        OtherOffice: {
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Name, where it is known. */
            name: string;
        };
        /** @description A place named in the query. */
        PlaceView: {
            /** @description Codes of the areas with that name. */
            codes: string[];
            /** @description Kind of area. */
            kind: string;
            /** @description Name. */
            name: string;
        };
        /** @description A point in degrees. */
        Point: {
            /**
             * Format: double
             * @description Degrees north.
             */
            lat: number;
            /**
             * Format: double
             * @description Degrees east.
             */
            lon: number;
        };
        /** @description Persons of one age band. */
        PopulationItem: {
            /**
             * Format: int32
             * @description First year of the band.
             */
            age_from: number;
            /**
             * Format: int32
             * @description Last year of the band inclusive, `null` when open.
             */
            age_to?: number | null;
            /**
             * Format: int64
             * @description Persons.
             */
            persons: number;
            /**
             * Format: int32
             * @description Year of the count.
             */
            year: number;
        };
        /** @description An error as the API shows it. */
        Problem: {
            /** @description Stable, in snake case. */
            code: string;
            /** @description What is wrong with this request. */
            detail: string;
            /**
             * Format: int32
             * @description HTTP status.
             */
            status: number;
            /** @description The status in words. */
            title: string;
            /** @description Always `about:blank`; the code tells problems apart. */
            type: string;
        };
        /** @description A refused row. */
        RejectionView: {
            /** @description Header of the column. */
            column: string;
            /**
             * Format: int64
             * @description Line in the file.
             */
            line: number;
            /** @description Stable code of the reason. */
            reason: string;
            /** @description What to do. */
            remedy: string;
            /** @description The value. */
            value: string;
        };
        /** @description Which state. */
        Restore: {
            /**
             * Format: int64
             * @description The state after this entry.
             */
            seq: number;
        };
        /** @description What restoring did. */
        RestoredView: {
            /**
             * Format: uuid
             * @description To undo it; none when everything stood so already.
             */
            decision?: string | null;
            /** @description Fields set to their value of that moment. */
            fields: string[];
            /** @description Fields only a source can change, which differ still. */
            left: string[];
        };
        /** @description A page of the review queue. */
        ReviewPage: {
            /** @description Open items, oldest first. */
            items: components["schemas"]["ReviewView"][];
            /** @description Open items of the area by kind. */
            kinds: components["schemas"]["KindCount"][];
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description Open items of the kind and area asked for.
             */
            total: number;
        };
        /** @description One question to a person. */
        ReviewView: {
            /** @description Fields by which the question came up because they agree. */
            agree: string[];
            /**
             * @description What you may decide: `same`, `different`, `accept`, `reject`, `keep`, `official`. Empty for an item that touches
             *     an office outside your area.
             */
            choices: string[];
            /** @description What the columns of `fields` hold: `office` (one for each), `current`, `suggested`, `local`, `official`. */
            columns: string[];
            /** @description When it was put (RFC 3339). */
            created_at: string;
            /** @description Fields by which it is a question because they differ. */
            differ: string[];
            /** @description Values side by side, field by field. */
            fields: components["schemas"]["ComparedField"][];
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /**
             * @description `match_candidate`, `duplicate`: may be the same office; `conflict`: official and local value differ;
             *     `suggestion`: somebody says what should stand; `closure`: somebody says that the office has closed.
             */
            kind: string;
            /** @description The offices in question. */
            offices: components["schemas"]["Card"][];
            /** @description `open`, or what was decided. */
            state: string;
            suggestion?: components["schemas"]["SuggestionDetail"] | null;
        };
        /** @description Days and hours; `""` is open without stated hours, `null` not stated. */
        ScheduleView: {
            /** @description 定休日 in the source's words. */
            closed?: string | null;
            /** @description 祝日. */
            holiday?: string | null;
            /** @description Remarks. */
            remarks?: string | null;
            /** @description 土曜日. */
            saturday?: string | null;
            /** @description 日曜日. */
            sunday?: string | null;
            /** @description 平日. */
            weekday?: string | null;
        };
        /** @description A saved search in short. */
        SearchSummary: {
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Name. */
            name: string;
            /**
             * Format: int64
             * @description Offices that came since they looked last.
             */
            new: number;
            /** @description Query string of the search page. */
            query: string;
        };
        /** @description One service of an office as its source states it. */
        ServiceDetail: {
            /**
             * Format: int32
             * @description 定員, persons.
             */
            capacity?: number | null;
            /** @description Service type. */
            code: string;
            /** @description Newest edition that holds the row. */
            edition: string;
            /** @description Other columns of the source by their header. */
            extra: {
                [key: string]: string;
            };
            /** @description The edition the row was missing from. */
            gone_in?: string | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description 共生型サービス. */
            kyosei: boolean;
            /** @description Name the source gives the office for this service. */
            name: string;
            /** @description 事業所番号. */
            number?: string | null;
            /** @description Remarks of the source. */
            remarks?: string | null;
            /** @description Days and hours. */
            schedule: components["schemas"]["ScheduleView"];
            /** @description Where the row stands. */
            source: components["schemas"]["SourceView"];
            /** @description System of the type. */
            system: string;
        };
        /** @description A service type. */
        ServiceTypeView: {
            /** @description `care-430`. */
            code: string;
            /** @description English name. */
            en: string;
            /** @description Japanese name. */
            ja: string;
            /** @description Short Japanese name. */
            short_ja: string;
            /** @description System. */
            system: string;
        };
        /** @description Who is asking. */
        Session: {
            /** @description Whether imports are allowed. */
            operator: boolean;
        };
        /** @description The operator key. */
        SignIn: {
            /** @description As printed by `hoshizu serve`. */
            key: string;
        };
        /** @description A source row. */
        SourceView: {
            /** @description Data set (`kaigo:430`). */
            dataset: string;
            /** @description Edition. */
            edition: string;
            /** @description File it came from. */
            file?: string | null;
            /** @description When it was imported (RFC 3339). */
            imported_at?: string | null;
            /** @description Key of the row in the file. */
            key: string;
            /** @description Name of the source for people. */
            label: string;
        };
        /** @description Which services go. */
        Split: {
            /** @description Services that become an office of their own; some must stay. */
            services: string[];
        };
        /** @description One stated value of one field. */
        StatedValue: {
            /** @description Whether this value is the one shown. */
            current: boolean;
            /** @description Edition of the source, or the day of a local value. */
            edition: string;
            /**
             * @description `name`, `kana`, `address`, `building`, `postal_code`, `position`, `phone`, `fax`, `url`, `email`,
             *     `organization`.
             */
            field: string;
            /** @description `official` or `local`. */
            kind: string;
            /** @description Why a local value was set. */
            note?: string | null;
            /** @description Name of the source for people; empty for a local value. */
            source_label: string;
            /** @description The value as text. */
            value: string;
        };
        /** @description What somebody suggests. */
        SuggestionDetail: {
            /** @description How to reach who suggests. */
            contact?: string | null;
            /** @description Field; `other` where only the note says what is wrong. */
            field: string;
            /** @description `visitor`, `letter`, `member`. */
            from: string;
            /** @description The value suggested. */
            new: string;
            /** @description Why. */
            note?: string | null;
            /** @description The value shown when it was suggested. */
            old: string;
        };
        /** @description Completions of what is being typed. */
        SuggestionList: {
            /** @description Best first. */
            items: components["schemas"]["SuggestionView"][];
        };
        /** @description One completion. */
        SuggestionView: {
            /** @description Code of the service or area. */
            code?: string | null;
            /** @description What tells it from others: address, number of offices. */
            detail: string;
            /** @description Id of the office or organization. */
            id?: string | null;
            /** @description `office`, `organization`, `service` or `area`. */
            kind: string;
            /** @description What to show. */
            label: string;
            /** @description Query it stands for. */
            q?: string | null;
        };
        /** @description A system. */
        SystemView: {
            /** @description `care`, `disability`, … */
            code: string;
            /** @description English name. */
            en: string;
            /** @description Japanese name. */
            ja: string;
        };
        /** @description Systems and service types. */
        Taxonomy: {
            /** @description Service types in taxonomy order. */
            services: components["schemas"]["ServiceTypeView"][];
            /** @description Systems in the order of legends. */
            systems: components["schemas"]["SystemView"][];
        };
        /** @description Where tiles come from. */
        TileSource: {
            /** @description Credit to show on the map. */
            attribution: string;
            /**
             * Format: int32
             * @description Highest zoom with tiles.
             */
            maxzoom: number;
            /** @description URL, for raster with `{z}/{x}/{y}`. */
            url: string;
        };
        /** @description What undoing came to. */
        UndoView: {
            /** @description What has changed since and bars it: `service`, `correction.phone`, `review_item`, …. */
            changed: string[];
            /** @description Whether it was taken back. */
            undone: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
