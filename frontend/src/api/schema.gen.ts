// Written by `npm run generate` from backend/server/openapi.json.
export interface paths {
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own account. */
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
                        "application/json": components["schemas"]["OwnAccount"];
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
        /** Changes the own name. Login, address of mail and roles are not one's own to change. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnChange"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes the own password; every other session ends, and this one goes on under a new token. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordChange"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to enrol an authenticator: makes its secret. It counts once its first code was given. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Proof"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"];
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
    "/api/v1/account/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the first code of the authenticator. From now on roles that need a second factor count; the session goes on
         *     under a new token.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Code"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
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
    "/api/v1/account/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes new recovery codes in place of those there were. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Proof"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
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
    "/api/v1/account/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Removes the authenticator. Roles that need one stop counting; every other session ends. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Proof"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
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
    "/api/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own sessions. */
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
                        "application/json": components["schemas"]["Sessions"];
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
        /** Signs out everywhere but here, and forgets every other browser. */
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of the own sessions. */
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts with a role inside the own places; administrators see all. */
        get: {
            parameters: {
                query?: {
                    /** @description Words in login, name or address. */
                    q?: string;
                    /** @description Items a page, 1–100, default 50. */
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
                        "application/json": components["schemas"]["AccountPage"];
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
        /** Makes an account and invites its owner. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAccount"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkView"];
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
                422: {
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
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account. */
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
                        "application/json": components["schemas"]["AccountView"];
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
        /** Changes name and address of mail. */
        patch: {
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
                    "application/json": components["schemas"]["AccountChange"];
                };
            };
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
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/accounts/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bars an account from signing in; what it has open ends. */
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
    "/api/v1/accounts/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a role. */
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
                    "application/json": components["schemas"]["GrantInput"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
        /** Takes a role away. */
        delete: {
            parameters: {
                query: {
                    /** @description `member`, `keeper`, `council`, `steward` or `administrator`. */
                    role: string;
                    /** @description `office`, `area` or `everywhere`. */
                    scope: string;
                    /** @description Id of the office or code of the area. */
                    of?: string;
                };
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a one-time link: the invitation anew, or a reset of the password. */
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
                    "application/json": components["schemas"]["NewLink"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkView"];
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
    "/api/v1/accounts/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a closed account sign in again. */
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
    "/api/v1/accounts/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions of an account. */
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
                        "application/json": components["schemas"]["Sessions"];
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
        put?: never;
        post?: never;
        /** Ends every session of an account. */
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One measure of one service in the areas inside an area, with what every figure rests on. */
        get: {
            parameters: {
                query?: {
                    /** @description Code of the area the rows lie in; everywhere when absent. */
                    area?: string;
                    /** @description Kind of the rows; municipalities, else the next smaller kind there is, when absent. */
                    kind?: string;
                    /** @description Service type; 居宅介護支援 when absent. */
                    service?: string;
                    /** @description Measure; offices per 1,000 people when absent. */
                    measure?: string;
                    /** @description `all`, `0-17`, `18-64`, `65+`, `75+`, `85+`; the people the service is for when absent. */
                    age?: string;
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
                        "application/json": components["schemas"]["CoverageTable"];
                    };
                };
                304: {
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
                503: {
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
    "/api/v1/coverage.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV (UTF-8 with BOM). */
        get: {
            parameters: {
                query?: {
                    /** @description Code of the area the rows lie in; everywhere when absent. */
                    area?: string;
                    /** @description Kind of the rows; municipalities, else the next smaller kind there is, when absent. */
                    kind?: string;
                    /** @description Service type; 居宅介護支援 when absent. */
                    service?: string;
                    /** @description Measure; offices per 1,000 people when absent. */
                    measure?: string;
                    /** @description `all`, `0-17`, `18-64`, `65+`, `75+`, `85+`; the people the service is for when absent. */
                    age?: string;
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
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                503: {
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
    "/api/v1/coverage/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the measures are, which services have offices, which people were counted. */
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
                        "application/json": components["schemas"]["CoverageMeasures"];
                    };
                };
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                503: {
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
    "/api/v1/coverage/side-by-side": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every service at once in the parts of an area, with outlines for small maps. Without an area the only prefecture is
         *     meant, or where there are several, all of them.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Code of the area the rows lie in; everywhere when absent. */
                    area?: string;
                    /** @description Kind of the rows; municipalities, else the next smaller kind there is, when absent. */
                    kind?: string;
                    /** @description Service type; 居宅介護支援 when absent. */
                    service?: string;
                    /** @description Measure; offices per 1,000 people when absent. */
                    measure?: string;
                    /** @description `all`, `0-17`, `18-64`, `65+`, `75+`, `85+`; the people the service is for when absent. */
                    age?: string;
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
                        "application/json": components["schemas"]["SideBySide"];
                    };
                };
                304: {
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
                503: {
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
    "/api/v1/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due in the asker's area, or of their own office. */
        get: {
            parameters: {
                query?: {
                    /** @description Days ahead: what falls due until then is listed too. 0–365, default 0. */
                    within?: number;
                    /** @description Only in this area, by code. */
                    area?: string;
                    /** @description Only what somebody has checked before: an area where nothing was ever checked is not a list to work off. */
                    checked_before?: boolean;
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
                        "application/json": components["schemas"]["DueList"];
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
    "/api/v1/due.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV (UTF-8 with BOM), every row. */
        get: {
            parameters: {
                query?: {
                    /** @description Days ahead: what falls due until then is listed too. 0–365, default 0. */
                    within?: number;
                    /** @description Only in this area, by code. */
                    area?: string;
                    /** @description Only what somebody has checked before: an area where nothing was ever checked is not a list to work off. */
                    checked_before?: boolean;
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
    "/api/v1/forum-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seats each kind of forum should have. */
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
                        "application/json": components["schemas"]["ForumTemplate"][];
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
    "/api/v1/forums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The forums of an area, those of areas inside it included, with their composition. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
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
                        "application/json": components["schemas"]["ForumList"];
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
        /** Adds a forum. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ForumInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ForumView"];
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
                403: {
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
                422: {
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
    "/api/v1/forums/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One forum. */
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
                        "application/json": components["schemas"]["ForumView"];
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
        /** Rewrites a forum with all its members. */
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
                    "application/json": components["schemas"]["ForumInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ForumView"];
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
                422: {
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
        /** Removes a forum. */
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gaps/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Towns and offices of an area to choose from. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
                    /** @description Service type; 居宅介護支援 when absent. */
                    service?: string;
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
                        "application/json": components["schemas"]["WhatIfChoices"];
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
                503: {
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
    "/api/v1/gaps/council": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every number of an area, with its parts side by side. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
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
                        "application/json": components["schemas"]["GapReport"];
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
                503: {
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
    "/api/v1/gaps/council.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a report to hand out, or as a poster. In Japanese. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
                    /** @description `a4` for the report, `a3` for the poster. */
                    size?: "a4" | "a3";
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
                        "application/pdf": string;
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
                503: {
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
    "/api/v1/gaps/council.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a workbook. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
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
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
                503: {
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
    "/api/v1/gaps/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notes and decisions of an area and of those inside it. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
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
                        "application/json": components["schemas"]["GapNoteList"];
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
        put?: never;
        /** Writes a note or decision on a field. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GapNoteInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GapNoteView"];
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
                422: {
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
    "/api/v1/gaps/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rewrites, resolves or reopens a note. What was is kept. */
        patch: {
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
                    "application/json": components["schemas"]["GapNoteChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GapNoteView"];
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
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/gaps/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The best places for new offices of a service: each where it brings most people within reach after those before it. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
                    /** @description Service type; 居宅介護支援 when absent. */
                    service?: string;
                    /** @description How many places, 1–10; 3 when absent. */
                    count?: number;
                    /** @description How far is within reach, kilometres travelled, up to 100; what the service counts as far when absent. */
                    within_km?: number;
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
                        "application/json": components["schemas"]["BestPlaces"];
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
                503: {
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
    "/api/v1/gaps/ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ties of the offices of a service, of an area and of its parts: for whoever may read ties there. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
                    /** @description Code of the service. */
                    service: string;
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
                        "application/json": components["schemas"]["GapTies"];
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
                503: {
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
    "/api/v1/gaps/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of a service in an area and its parts, as they are and as they would be. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
                    /** @description Service type; 居宅介護支援 when absent. */
                    service?: string;
                    /** @description Ids of offices that close, up to 10, comma-separated. */
                    close?: string;
                    /** @description Offices that are put: `lat,lon` or `lat,lon,places`, up to 10, with semicolons between. */
                    place?: string;
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
                        "application/json": components["schemas"]["WhatIf"];
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
                503: {
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
    "/api/v1/gaps/what-if/ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ties of the offices of an area, as they are and as they would be. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
                    /** @description Ids of offices that close, up to 10, comma-separated. */
                    close?: string;
                    /** @description Pairs of offices that become tied: `id,id`, up to 10, with semicolons between. */
                    tie?: string;
                    /** @description Ids of offices that meet (合同研修), 2 to 10, comma-separated: every two of them become tied. */
                    meeting?: string;
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
                        "application/json": components["schemas"]["TieWhatIf"];
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
                503: {
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
    "/api/v1/glossary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The words of both fields side by side, and the five guidelines on decision support. */
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
                        "application/json": components["schemas"]["Glossary"];
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
    "/api/v1/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom to bring in, why, when, with which offices; where to take it; what to hand over. */
        get: {
            parameters: {
                query?: {
                    /** @description Age in years, 0–120. */
                    age?: number;
                    /** @description Months until the 65th birthday, 0–120; goes before `age`. */
                    turns_65_in?: number;
                    /** @description Address, municipality, 圏域 or town in words. */
                    place?: string;
                    /** @description Code of an area. */
                    area?: string;
                    /** @description Degrees north. */
                    lat?: number;
                    /** @description Degrees east. */
                    lon?: number;
                    /** @description Conditions with commas between: codes, names, abbreviations, numbers of 指定難病. */
                    condition?: string;
                    /** @description Codes of services in use, with commas between. */
                    service?: string;
                    /** @description Codes of situations, with commas between. */
                    situation?: string;
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
                        "application/json": components["schemas"]["GuideAnswer"];
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
    "/api/v1/guide/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the guide asks: services, situations, conditions. */
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
                        "application/json": components["schemas"]["GuideTerms"];
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
                    "application/json": components["schemas"]["ImportDecision"];
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
    "/api/v1/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link is for. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkToken"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkPurpose"];
                    };
                };
                410: {
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
    "/api/v1/invitations/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets the password of the link's account, or makes the first administrator, and signs in. The second factor is still
         *     to be given or enrolled: a link alone opens no role that needs one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TakeUp"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes letters: each opens the three buttons for its office once, without a password, for 60 days. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LetterInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterList"];
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
    "/api/v1/letters/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a letter, once. 「正しい」 counts as a check of today; what has changed and closures wait for a steward. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LetterAnswer"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Outcome"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letters/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a letter: the office as the public sees it. Nothing is written, and the letter is not used up. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LetterToken"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterOpened"];
                    };
                };
                410: {
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
    "/api/v1/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Offices of an area and the ties among them and to others: those you may see, counts of the others, figures as
         *     ranges, and places to draw them at.
         */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
                    /** @description A wave; without it, what is known on a day. */
                    wave?: string;
                    /** @description The day (`2026-04-01`), today when absent. */
                    on?: string;
                    /** @description An earlier wave, to be told what became of its ties. */
                    since?: string;
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
                        "application/json": components["schemas"]["NetworkView"];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom to introduce to each other, or to invite to one meeting, so that 高齢者介護 and 障害福祉 come closest: chosen
         *     one by one, each with what it brings.
         */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
                    /** @description A wave; without it, what is known on a day. */
                    wave?: string;
                    /** @description The day (`2026-04-01`), today when absent. */
                    on?: string;
                    /** @description `introductions` of two offices each, or one `meeting`. */
                    form?: string;
                    /** @description `mean_distance`: bring the two systems closer; `sole_intermediaries`: let fewer pairs hang on one office. */
                    objective?: string;
                    /** @description Introductions (1 to 20), or seats of the meeting (2 to 20); 5 when absent. */
                    budget?: number;
                    /** @description Kilometres two offices may lie apart; 10 when absent. */
                    within_km?: number;
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
                        "application/json": components["schemas"]["IntroductionPlan"];
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
                422: {
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
    "/api/v1/nurse-desks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Desks as entered, by owner and name. */
        get: {
            parameters: {
                query?: {
                    /** @description Code of the municipality or prefecture that keeps them; everybody's when absent. */
                    owner?: string;
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
                        "application/json": components["schemas"]["DeskList"];
                    };
                };
            };
        };
        put?: never;
        /** Enters a desk. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeskInput"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskView"];
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
                403: {
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
    "/api/v1/nurse-desks.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an owner has entered, in the columns of the template. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the municipality or prefecture. */
                    owner: string;
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
                        "text/csv": string;
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
    "/api/v1/nurse-desks/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the desks of each municipality reach: fields of its matrix by state. */
        get: {
            parameters: {
                query?: {
                    /** @description Code of a prefecture; the whole country when absent. */
                    area?: string;
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
                        "application/json": components["schemas"]["NurseCoverList"];
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
    "/api/v1/nurse-desks/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a table of desks (form field `file`, CSV or XLSX in the columns of the template) and writes its sound rows. */
        post: {
            parameters: {
                query?: {
                    /** @description Only say what would change. */
                    dry_run?: boolean;
                };
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
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskImport"];
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
                403: {
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
    "/api/v1/nurse-desks/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which nurse desk covers a place, topic and age; where nothing local is entered, where it usually lies. */
        get: {
            parameters: {
                query?: {
                    /** @description Address, municipality, 圏域 or town in words. */
                    place?: string;
                    /** @description Code of an area. */
                    area?: string;
                    /** @description Degrees north. */
                    lat?: number;
                    /** @description Degrees east. */
                    lon?: number;
                    /** @description Code of a topic, or words people use: 難病, ALS, 産後うつ. */
                    topic?: string;
                    /** @description Age in years, 0–120. */
                    age?: number;
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
                        "application/json": components["schemas"]["NurseAnswer"];
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
    "/api/v1/nurse-desks/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which desks cover which part of an area, with the parts shared by several and those of nobody. */
        get: {
            parameters: {
                query: {
                    /** @description Code of a prefecture, municipality or ward. */
                    area: string;
                    /** @description Code of a topic, or words people use; all topics without. */
                    topic?: string;
                    /** @description Age in years, 0–120; all ages without. */
                    age?: number;
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
                        "application/json": components["schemas"]["NurseMap"];
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
    "/api/v1/nurse-desks/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics × age bands of a municipality: covered, in part, twice, or by nobody. */
        get: {
            parameters: {
                query: {
                    /** @description Code of a municipality or ward. */
                    area: string;
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
                        "application/json": components["schemas"]["NurseMatrix"];
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
    "/api/v1/nurse-desks/sheet.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 保健師早見表: the matrix and the desks of a municipality on one page of A4, black on white for a FAX. */
        get: {
            parameters: {
                query: {
                    /** @description Code of a municipality or ward. */
                    area: string;
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
                        "application/pdf": string;
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
                503: {
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
    "/api/v1/nurse-desks/template.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The template as a workbook with drop-downs, filled with what the owner has entered so far. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the municipality or prefecture. */
                    owner: string;
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
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    "/api/v1/nurse-desks/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The closed lists: topics, kinds of place, schemes, tasks, age bands. */
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
                        "application/json": components["schemas"]["DeskTerms"];
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
    "/api/v1/nurse-desks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One desk. */
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
                        "application/json": components["schemas"]["DeskView"];
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
        /** Rewrites a desk. */
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
                    "application/json": components["schemas"]["DeskInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeskView"];
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
        post?: never;
        /** Removes a desk. */
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
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/nurse-desks/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed a desk, newest first. */
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
                        "application/json": components["schemas"]["DeskChange"][];
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
                    /** @description Only offices that declare one of these strengths, by code. */
                    strength?: string;
                    /**
                     * @description `accepting`: only offices where a service said within 30 days that it takes people; `consult`: those that want
                     *     to be asked too. With `service`, one of these services must.
                     */
                    availability?: string;
                    /** @description Only offices whose name, address and telephone somebody checked within so many months, 1–120. */
                    checked_within?: number;
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
                    /** @description Only offices that declare one of these strengths, by code. */
                    strength?: string;
                    /**
                     * @description `accepting`: only offices where a service said within 30 days that it takes people; `consult`: those that want
                     *     to be asked too. With `service`, one of these services must.
                     */
                    availability?: string;
                    /** @description Only offices whose name, address and telephone somebody checked within so many months, 1–120. */
                    checked_within?: number;
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
    "/api/v1/offices/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that an entry is still right, or that the office has closed. */
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
                    "application/json": components["schemas"]["OfficeConfirmation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Outcome"];
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
                422: {
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
    "/api/v1/offices/{id}/entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an office says of itself. Direct numbers, names and inside remarks only for professionals. */
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
                        "application/json": components["schemas"]["EntryView"];
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
        /**
         * Writes what an office says of itself, over the version given in `If-Match`. When another version stands the answer
         *     is 409 with both.
         */
        put: {
            parameters: {
                query?: never;
                header: {
                    "If-Match": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EntryInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryView"];
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
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryConflict"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                428: {
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
    "/api/v1/offices/{id}/introductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom an office should get to know, with reasons: 近い連携先 and 橋渡し候補 of its municipality and around it. */
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
                        "application/json": components["schemas"]["IntroductionLists"];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offices/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offices joined to this one by a fact of the directory: the same organization, place or number. */
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
                        "application/json": components["schemas"]["StructuralLinks"];
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
    "/api/v1/offices/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture of an office's entrance, a JPEG. */
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
                        "image/jpeg": unknown;
                    };
                };
                304: {
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
        /** Takes a picture (JPEG, PNG or WebP, at most 8 MB) in place of the one before. It is encoded anew without metadata. */
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
                    "application/octet-stream": number[];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                403: {
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
                422: {
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
        /** Takes the picture away. */
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
    "/api/v1/offices/{id}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suggests a correction; no account is needed. */
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
                    "application/json": components["schemas"]["SuggestionInput"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Outcome"];
                    };
                };
                422: {
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offices/{id}/ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ties of one office as of today. */
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
                        "application/json": components["schemas"]["OfficeTies"];
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
        put?: never;
        /** Sets a ☆ beside a partner between surveys. The same partner again replaces what was told. */
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
                    "application/json": components["schemas"]["NewTie"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatementView"];
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
                422: {
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
    "/api/v1/offices/{id}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets a value in place of the official one. Telephone, FAX, home page and mail address are published at once; name,
         *     address and position only by a steward — of anybody else they become a suggestion.
         */
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
                    "application/json": components["schemas"]["ValueInput"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Outcome"];
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
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
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
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The permission table. */
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
                        "application/json": components["schemas"]["PermissionTable"];
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
                    "application/json": components["schemas"]["ReviewAnswer"];
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
        /** Who is asking, and what they may do. */
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
                        "application/json": components["schemas"]["SessionView"];
                    };
                };
            };
        };
        put?: never;
        /** Signs in. Login, password and code are right or wrong together; only `code_needed` tells that the first two were right. */
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
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/api/v1/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the browser to the provider. */
        get: {
            parameters: {
                query?: {
                    /** @description A path of our own page; anything else is the start. */
                    next?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                303: {
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Takes the provider's answer and signs in the account it belongs to. */
        get: {
            parameters: {
                query?: {
                    /** @description To be exchanged for a token. */
                    code?: string;
                    /** @description As we sent it. */
                    state?: string;
                    /** @description Why there is no code. */
                    error?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                303: {
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the second factor to a session that began without: after a one-time link or single sign-on. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Code"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/shelf-lives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replaces the shelf lives: days by group of fields, 1–3650; a group left out keeps that of the program. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: number;
                    };
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
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
    "/api/v1/settings/strengths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replaces the strengths added here. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddedTerms"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
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
    "/api/v1/sheets/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sheet with its rows and what is answered so far. */
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
                        "application/json": components["schemas"]["SheetView"];
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
        put?: never;
        post?: never;
        /** Takes all answers back: they are deleted, and the sheet counts as not answered. Possible after the wave has closed too. */
        delete: {
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
                        "application/json": components["schemas"]["SheetSaved"];
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
        options?: never;
        head?: never;
        /** Saves answers. While the wave is open anybody with the code can; the keeper also enters paper after it has closed. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SheetAnswer"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SheetSaved"];
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
                422: {
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
        trace?: never;
    };
    "/api/v1/sheets/{code}/form.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sheet on paper. */
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
                        "application/pdf": string;
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sheets/{code}/form.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sheet as a workbook with drop-downs, with what is answered already. */
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
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sheets/{code}/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offices of the survey's area by words, for those that stand on no row. */
        get: {
            parameters: {
                query: {
                    /** @description Words. */
                    q: string;
                };
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
                        "application/json": components["schemas"]["SheetRows"];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sheets/{code}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a finished sheet comes to: who named whom around the respondent, and what it could confirm. */
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
                        "application/json": components["schemas"]["SheetOutcome"];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sheets/{code}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers the one question about a ☆ somebody else set beside this office. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["QuestionAnswer"];
                };
            };
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
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
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
        delete?: never;
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
        /** Completes what is being typed: offices, organizations, services, areas, words of the glossary. */
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
    "/api/v1/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The surveys you keep, with their waves. */
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
                        "application/json": components["schemas"]["SurveyList"];
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
        /** Makes a survey with its first wave as a draft: sheets can be looked at and printed. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSurvey"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SurveyView"];
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
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
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
    "/api/v1/surveys/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a wave over from another installation (form field `file`: its folder as ZIP). It stands as a closed wave. */
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaveImport"];
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
                403: {
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
    "/api/v1/surveys/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many a design asks; nothing is kept. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SurveyDesign"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SurveyPreview"];
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
                422: {
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
    "/api/v1/surveys/usual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The design a keeper starts from. */
        get: {
            parameters: {
                query: {
                    /** @description Code of the area. */
                    area: string;
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
                        "application/json": components["schemas"]["SurveyDesign"];
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
    "/api/v1/surveys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a survey. Its draft, if it has one, is made anew; waves that were opened stay as they are. */
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
                    "application/json": components["schemas"]["SurveyDesign"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SurveyView"];
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
                422: {
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
    "/api/v1/surveys/{id}/waves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the next wave as a draft; whom an office named in the wave before is marked on its sheet. */
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
                    "application/json": components["schemas"]["WavePeriod"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SurveyView"];
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
                422: {
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
    "/api/v1/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an entry may name, and how long a check holds. */
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
                        "application/json": components["schemas"]["Terms"];
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
    "/api/v1/ties/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a ☆ set between surveys back, as of today. */
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
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ties/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a ☆ another office has set beside this one. */
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
                    "application/json": components["schemas"]["StatementAnswer"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
                422: {
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
                    /** @description Only offices that declare one of these strengths, by code. */
                    strength?: string;
                    /**
                     * @description `accepting`: only offices where a service said within 30 days that it takes people; `consult`: those that want
                     *     to be asked too. With `service`, one of these services must.
                     */
                    availability?: string;
                    /** @description Only offices whose name, address and telephone somebody checked within so many months, 1–120. */
                    checked_within?: number;
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
    "/api/v1/waves/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A wave and how far it has come. */
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
                        "application/json": components["schemas"]["WaveView"];
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
        /** Opens or closes a wave, or changes its period. */
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
                    "application/json": components["schemas"]["WaveChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaveView"];
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
                422: {
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
    "/api/v1/waves/{id}/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A wave as a file: `zip` the whole folder with its code book; `graphml` and `gexf` reports with direction, `graphml_ties`
         *     ties without; `csv`, `xlsx`, `json`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    format: string;
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
                        "application/octet-stream": string;
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waves/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes down that these sheets were reminded today. */
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
                    "application/json": components["schemas"]["SheetCodes"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/api/v1/waves/{id}/reminders.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters to those who have not answered, a page each. */
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
                        "application/pdf": string;
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
                422: {
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
    "/api/v1/waves/{id}/sheet-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads answered workbooks (form field `file`, one or several): each is saved whole, or nothing of it. */
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
                    "multipart/form-data": string;
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SheetFileResults"];
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
    "/api/v1/waves/{id}/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sheets of a wave: those awaited first, hubs before others. */
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
                        "application/json": components["schemas"]["SheetList"];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waves/{id}/sheets.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sheets of a wave on paper, one after the other; of more than 100 an archive of PDFs with 50 each. */
        get: {
            parameters: {
                query?: {
                    /** @description `waiting`: those still awaited; all when absent. */
                    state?: string;
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
                        "application/pdf": string;
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
                422: {
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
    "/api/v1/waves/{id}/sheets.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sheets of a wave as workbooks in one archive, named by their codes. */
        get: {
            parameters: {
                query?: {
                    /** @description `waiting`: those still awaited; all when absent. */
                    state?: string;
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
                        "application/zip": string;
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
                422: {
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
    "/api/v1/waves/{id}/ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds the ☆ of a list (form field `file`: CSV, XLSX, GraphML, GEXF or JSON) to an open or closed wave. A reporter
         *     without a sheet gets one.
         */
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
                    "multipart/form-data": string;
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TieImport"];
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
    "/api/v1/waves/{id}/unlisted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says which office an agency named by hand is, or drops it. */
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
                    "application/json": components["schemas"]["UnlistedFound"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What is changed of an account. */
        AccountChange: {
            /** @description Address of mail. */
            email?: string | null;
            /** @description Name. */
            name: string;
        };
        /** @description A page of accounts. */
        AccountPage: {
            /** @description In the order of logins. */
            items: components["schemas"]["AccountView"][];
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            next_cursor?: string | null;
        };
        /** @description An account as those see it who manage it. */
        AccountView: {
            /** @description Since when (RFC 3339). */
            created_at: string;
            /** @description Whether there are roles elsewhere; then only others can reset or close it. */
            elsewhere: boolean;
            /** @description Address of mail. */
            email?: string | null;
            /** @description Roles inside the asker's own places. */
            grants: components["schemas"]["GrantView"][];
            /** @description Whether a second factor is enrolled. */
            has_second_factor: boolean;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Until when a one-time link is good (RFC 3339). */
            link_until?: string | null;
            /** @description Login. */
            login: string;
            /** @description Name. */
            name: string;
            /** @description `invited` (no password yet), `open` or `closed`. */
            state: string;
        };
        /** @description A row. */
        ActionView: {
            /** @description Identifier. */
            action: string;
            /** @description `never`, `own` or `any`, in the order of the roles. */
            reach: string[];
        };
        /** @description Strengths of this installation beside those of the program. */
        AddedTerms: {
            /** @description All of them; what is left out is taken away. At most 200. */
            items: components["schemas"]["TermView"][];
        };
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
        /** @description An area of a desk. */
        AreaInput: {
            /** @description Code. */
            code: string;
            /** @description 町名 it is limited to; the whole area when empty. */
            towns: string[];
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
        /** @description A kind of area and how many there are. */
        AreaKindCount: {
            /** @description How many. */
            count: number;
            /** @description `municipality`, `ward`, `community_area`, … */
            kind: string;
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
        /** @description 受入可否 of one service. */
        AvailabilityBody: {
            /**
             * @description In words.
             * @default null
             */
            note: string | null;
            /**
             * @description The day this was said, `YYYY-MM-DD`.
             * @default
             */
            on: string;
            /**
             * @description Service type.
             * @default
             */
            service: string;
            /**
             * @description `accepting`, `consult` or `full`.
             * @default
             */
            status: string;
        };
        /** @description Optional base maps. */
        BaseMapView: {
            pmtiles?: components["schemas"]["TileSource"] | null;
            raster?: components["schemas"]["TileSource"] | null;
        };
        /** @description A place for a new office. */
        BestPlace: {
            /** @description Its point. */
            at: components["schemas"]["Point"];
            /**
             * Format: int64
             * @description People newly within reach, rounded.
             */
            gain: number;
            /** @description Municipality it lies in. */
            municipality?: string | null;
            /**
             * Format: double
             * @description Share of the people within reach with this place and those before it, 0 to 1.
             */
            share: number;
            /** @description The town. */
            town: string;
        };
        /** @description The best places for new offices of a service, the best first. */
        BestPlaces: {
            /** @description What the figures rest on. */
            basis: components["schemas"]["WhatIfBasis"];
            /** @description Towns that were weighed. */
            candidates: number;
            /**
             * Format: double
             * @description Share within reach with the best of all combinations of so many towns, 0 to 1; `null` where there are too many
             *     combinations to look at.
             */
            exact_share?: number | null;
            /** @description The places, each where it gains most after those before it; fewer than asked for where nobody more is gained. */
            items: components["schemas"]["BestPlace"][];
            /**
             * Format: int64
             * @description People at the towns of the area, rounded; `null` where nobody counted them.
             */
            people?: number | null;
            /**
             * Format: double
             * @description Share of them within reach of an office as it is, 0 to 1.
             */
            share_before?: number | null;
            /**
             * Format: double
             * @description How far is within reach, kilometres travelled.
             */
            within_km: number;
        };
        /** @description A text in both languages. */
        BothTexts: {
            /** @description English. */
            en: string;
            /** @description Japanese. */
            ja: string;
        };
        /** @description Words in both languages. */
        BothWords: {
            /** @description English, in the singular. */
            en: string[];
            /** @description Japanese. */
            ja: string[];
        };
        /** @description An office as lists show it. */
        Card: {
            /** @description Address with prefecture and municipality. */
            address: string;
            /** @description What its services say of taking people. */
            availability?: components["schemas"]["CardAvailability"][];
            /** @description Whether it works in 介護保険 and in 障害福祉 or 児童. */
            both_systems: boolean;
            /** @description Building, floor, room. */
            building?: string | null;
            /** @description The day somebody last confirmed name, address and telephone (`2026-04-01`). */
            checked_at?: string | null;
            /** @description Since when it is said to be closed, let pass by a steward. */
            closed_on?: string | null;
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
            /** @description Codes of the strengths it declares. */
            strengths?: string[];
            /** @description Codes of the systems those belong to. */
            systems: string[];
            /** @description Home page. */
            url?: string | null;
        };
        /** @description What one service says of taking people. */
        CardAvailability: {
            /** @description The day this was said. */
            on: string;
            /** @description Service type. */
            service: string;
            /** @description `accepting`, `consult` or `full`. */
            status: string;
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
        /** @description Ties between two systems by what became of them. */
        ChangeCount: {
            /** @description Code of one system. */
            a: string;
            /** @description Code of the other. */
            b: string;
            /** @description How many of each. */
            counts: {
                [key: string]: number;
            };
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
        /** @description How a figure changed. */
        ChangedFigure: {
            /**
             * Format: double
             * @description Now, of ties either side reported.
             */
            after_either: number;
            /**
             * Format: double
             * @description Now, of ties both sides reported.
             */
            after_mutual: number;
            /**
             * Format: double
             * @description Then, of ties either side reported.
             */
            before_either: number;
            /**
             * Format: double
             * @description Then, of ties both sides reported.
             */
            before_mutual: number;
            /** @description Its code. */
            code: string;
            /**
             * Format: double
             * @description Greatest change that fits both.
             */
            greatest: number;
            /**
             * Format: double
             * @description Least change that fits both.
             */
            least: number;
        };
        /** @description A code of the second factor. */
        Code: {
            /** @description Six digits of the authenticator or a recovery code. */
            code: string;
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
        /** @description A rule that holds. */
        ConclusionView: {
            /** @description What of the case made it hold. */
            because: components["schemas"]["GuideFact"][];
            /** @description Day of the source. */
            date: string;
            /** @description Identifier of the rule. */
            id: string;
            /** @description `principle` 原則 or `exception` 例外. */
            kind: string;
            /** @description What it rests on. */
            law: components["schemas"]["LawView"][];
            municipal?: components["schemas"]["BothTexts"] | null;
            of?: components["schemas"]["NamedCode"] | null;
            /** @description Where that was read. */
            source: string;
            /** @description In practice. */
            text: components["schemas"]["BothTexts"];
            /** @description In one sentence. */
            title: components["schemas"]["BothTexts"];
        };
        /** @description A disease or disability. */
        ConditionView: {
            /** @description Code. */
            code: string;
            /** @description English. */
            en: string;
            /** @description Japanese. */
            ja: string;
            /** @description What narrows the rules down, Japanese. */
            note?: string | null;
            /**
             * Format: int32
             * @description 告示番号 of the 指定難病.
             */
            rare?: number | null;
            /**
             * Format: int32
             * @description Number among the sixteen 特定疾病.
             */
            specified?: number | null;
            /** @description Synonyms and abbreviations. */
            words: string[];
        };
        /**
         * @description Which button.
         * @enum {string}
         */
        ConfirmationAnswer: "right" | "changed" | "closed";
        /** @description 連携担当者. */
        ContactBody: {
            /**
             * @description The day the person agreed to be named.
             * @default null
             */
            consent_on: string | null;
            /**
             * @description Name, for professionals only; needs `consent_on`.
             * @default null
             */
            name: string | null;
            /**
             * @description Direct telephone, for professionals only.
             * @default null
             */
            phone: string | null;
            /**
             * @description Codes of qualifications.
             * @default []
             */
            qualifications: string[];
            /**
             * @description How to reach them.
             * @default null
             */
            reach: string | null;
            /**
             * @description What the person does here.
             * @default
             */
            role: string;
            /**
             * @description When to reach them.
             * @default null
             */
            times: string | null;
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
        /** @description What the measures are, and what each service is measured against. */
        CoverageMeasures: {
            /** @description Groups of people that were counted somewhere. */
            ages: string[];
            /** @description Measures, in the order of the page. */
            measures: components["schemas"]["MeasureView"][];
            /** @description Services with offices. */
            services: components["schemas"]["CoverageService"][];
        };
        /** @description One area. */
        CoverageRow: {
            /**
             * @description `counted` for this area, `cut` (a band was cut), `spread` (added up from its towns), `nobody` (nobody was counted
             *     here though people were counted around, and no office stands here: its figures are no data, not zero).
             */
            basis?: string | null;
            center?: components["schemas"]["Point"] | null;
            /** @description `1` (lowest) to `5`, `zero`, `no_data`. */
            class: string;
            /** @description Code. */
            code: string;
            /** @description Codes of the areas to colour: its own, or those of its wards. */
            drawn: string[];
            /** @description Name. */
            name: string;
            /**
             * Format: int32
             * @description Offices of the service in the area.
             */
            offices: number;
            /**
             * Format: int32
             * @description Places of those that state them.
             */
            places: number;
            /**
             * Format: int64
             * @description People of the group, rounded; `null` where nobody counted them.
             */
            population?: number | null;
            /**
             * Format: int32
             * @description Offices that state their places.
             */
            stating: number;
            /**
             * Format: double
             * @description The figure; `null` where there is none.
             */
            value?: number | null;
            /**
             * Format: int32
             * @description Year of that count.
             */
            year?: number | null;
        };
        /** @description A service as coverage knows it. */
        CoverageService: {
            /** @description The people it is for. */
            age: string;
            /** @description Why, in Japanese. */
            age_reason: string;
            /**
             * Format: double
             * @description Catchment, kilometres travelled.
             */
            catchment_km: number;
            /** @description Code. */
            code: string;
            /**
             * Format: double
             * @description Beyond this people are far, kilometres travelled.
             */
            far_km: number;
            /** @description Whether its offices state places. */
            has_places: boolean;
            /** @description Offices there are. */
            offices: number;
            /** @description Why, in Japanese. */
            reach_reason: string;
        };
        /** @description A data set. */
        CoverageSource: {
            /** @description Credit its licence asks for. */
            credit?: string | null;
            /** @description Edition. */
            edition: string;
            /** @description Name for people. */
            label: string;
        };
        /** @description One measure of one service in the areas inside an area. */
        CoverageTable: {
            /** @description The people it is measured against: `all`, `0-17`, `18-64`, `65+`, `75+`, `85+`. */
            age: string;
            /** @description Whether nobody counted the people the service is for, and others stand for them. */
            age_is_substitute: boolean;
            area?: components["schemas"]["NamedCode"] | null;
            /** @description The four breaks between the five classes, the same for every area and year; nothing for counts. */
            breaks?: number[] | null;
            /**
             * Format: double
             * @description Catchment of the floating catchment methods, kilometres travelled.
             */
            catchment_km: number;
            /** @description When the figures were computed (RFC 3339). */
            computed_at: string;
            /**
             * Format: double
             * @description Beyond this people are far, kilometres travelled.
             */
            far_km: number;
            /** @description One row an area, by code. */
            items: components["schemas"]["CoverageRow"][];
            /** @description Kind of the rows. */
            kind: string;
            /** @description Kinds there are inside the area. */
            kinds: components["schemas"]["AreaKindCount"][];
            /** @description The measure. */
            measure: string;
            /** @description Offices of the service in all areas. */
            offices: number;
            /** @description Points (towns) the people were brought to, in equal parts within an area. */
            points: number;
            /** @description The service. */
            service: string;
            /** @description Data sets the figures come from. */
            sources: components["schemas"]["CoverageSource"][];
            /** @description Those of them without a position: counted where they stand, left out of reach. */
            unplaced: number;
            /** @description How ways are measured. */
            ways: components["schemas"]["WaysView"];
            /** @description Oldest and newest year of the population of the rows. */
            years?: number[] | null;
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
        /**
         * @description How a link reaches its owner.
         * @enum {string}
         */
        Delivery: "slip" | "mail";
        /** @description A desk that answers. */
        DeskAnswer: {
            /** @description The desk. */
            desk: components["schemas"]["DeskView"];
            next?: components["schemas"]["HandOverView"] | null;
            /** @description Why. */
            reason: components["schemas"]["DeskReason"];
        };
        /** @description A line of history. */
        DeskChange: {
            /** @description `create`, `change` or `remove`. */
            action: string;
            /** @description Who. */
            actor: string;
            /** @description As it is. */
            after?: unknown;
            /** @description When (RFC 3339). */
            at: string;
            /** @description As it was. */
            before?: unknown;
        };
        /** @description What a table of desks did or would do. */
        DeskImport: {
            /** @description Changed ones. */
            changed: number;
            /** @description New ones. */
            new: number;
            /** @description Rows refused, with column, value and remedy. */
            rejected: components["schemas"]["RejectionView"][];
            /** @description Desks read. */
            rows: number;
            /** @description Those that were the same. */
            unchanged: number;
            /** @description Whether anything was written. */
            written: boolean;
        };
        /** @description A desk as it is written. Codes are those of `/nurse-desks/terms`. No personal data of clients in any text. */
        DeskInput: {
            /**
             * Format: int32
             * @description First year of age.
             */
            age_from: number;
            /**
             * Format: int32
             * @description Last year of age inclusive, `null` when open.
             */
            age_to?: number | null;
            /** @description Where. */
            areas: components["schemas"]["AreaInput"][];
            /** @description The day it was last checked, `YYYY-MM-DD`. */
            checked_on?: string | null;
            /** @description Codes of what it does. */
            does: string[];
            /** @description What it does not do. */
            does_not?: string | null;
            /** @description FAX. */
            fax?: string | null;
            /** @description To whom it hands over. */
            hands_over: components["schemas"]["HandOverView"][];
            /** @description Hours. */
            hours?: string | null;
            /** @description Name, unique within its owner. */
            name: string;
            /**
             * Format: uuid
             * @description The office of the directory it belongs to.
             */
            office?: string | null;
            /** @description Code of the municipality or prefecture that keeps the entry. */
            owner: string;
            /** @description Telephone. */
            phone?: string | null;
            /** @description Where the nurses are placed. */
            placement: string;
            /** @description `district` 地区担当 or `task` 業務担当. */
            scheme: string;
            /** @description Who said so. */
            source?: string;
            /** @description Codes of topics. */
            topics: string[];
        };
        /** @description Desks by owner and name. */
        DeskList: {
            /** @description The desks. */
            items: components["schemas"]["DeskView"][];
            /** @description Whether the one who asks may write desks of this owner. */
            may_edit: boolean;
        };
        /** @description Why a desk answers. */
        DeskReason: {
            /** @description Its area the place lies in. */
            area: components["schemas"]["NamedCode"];
            /** @description The town of its list. */
            town?: string | null;
        };
        /** @description The closed lists of nurse desks. */
        DeskTerms: {
            /** @description Age bands of the matrix. */
            bands: [
                number,
                number
            ][];
            /** @description Kinds of place. */
            placements: components["schemas"]["NurseTerm"][];
            /** @description Ways of dividing work. */
            schemes: components["schemas"]["NurseTerm"][];
            /** @description What a desk may do. */
            tasks: components["schemas"]["NurseTerm"][];
            /** @description Topics. */
            topics: components["schemas"]["NurseTerm"][];
        };
        /** @description A desk as it is shown. */
        DeskView: components["schemas"]["DeskInput"] & {
            /** @description Names of its areas, in their order. */
            area_names: string[];
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Name of its office. */
            office_name?: string | null;
            /** @description Name of the owner. */
            owner_name: string;
            /** @description When it was last written (RFC 3339). */
            written_at?: string | null;
        };
        /** @description What is to be checked again. */
        DueList: {
            /** @description Whether there were more offices than are looked at for one answer. */
            cut: boolean;
            /** @description The most overdue first; what nobody ever checked comes last. At most 200. */
            items: components["schemas"]["DueOffice"][];
            /** @description How many there are in all. */
            total: number;
        };
        /** @description An office to be checked again. */
        DueOffice: {
            /** @description Address with the building. */
            address: string;
            /** @description The earliest day on which one fell due; `null` when none was ever checked. */
            due_on?: string | null;
            /** @description The groups of fields that are due. */
            groups: components["schemas"]["FreshnessView"][];
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Name. */
            name: string;
            /** @description Telephone. */
            phone?: string | null;
        };
        /** @description One of the seven kinds of body a care manager must strive to cooperate with. */
        DutyView: {
            /** @description Whether there is one within the area. */
            exists: boolean;
            /** @description Code, in the order of the ordinance. */
            kind: string;
            /** @description Whether you have a tie with one. */
            tied: boolean;
        };
        /** @description A second factor to be enrolled. */
        Enrolment: {
            /** @description The QR code, SVG. */
            qr?: string | null;
            /** @description The secret, to type it in. */
            secret: string;
            /** @description The address behind the QR code. */
            uri: string;
        };
        /** @description Contacts, strengths, availability, days and hours, service areas, remarks. */
        EntryBody: {
            /**
             * @description 受入可否.
             * @default []
             */
            availability: components["schemas"]["AvailabilityBody"][];
            /**
             * @description 連携担当者.
             * @default []
             */
            contacts: components["schemas"]["ContactBody"][];
            /** @default null */
            hours: components["schemas"]["HoursBody"] | null;
            /**
             * @description Remarks for everybody.
             * @default null
             */
            remarks: string | null;
            /**
             * @description Remarks for signed-in professionals; absent for others.
             * @default null
             */
            remarks_inside: string | null;
            /**
             * @description 通常の事業の実施地域: codes of areas.
             * @default []
             */
            service_areas: string[];
            /**
             * @description 特長.
             * @default []
             */
            strengths: components["schemas"]["StrengthBody"][];
        };
        /** @description Two people wrote at once: nothing was written, and nothing is lost. */
        EntryConflict: components["schemas"]["Problem"] & {
            /** @description What stands now, with its version. */
            current: components["schemas"]["EntryView"];
            /** @description What was sent. */
            yours: components["schemas"]["EntryBody"];
        };
        /** @description An entry to be written over the version of `If-Match`. */
        EntryInput: {
            /** @description What the office says. */
            entry: components["schemas"]["EntryBody"];
            /** @description The writer has looked at what seemed to speak of a client, and it does not. */
            no_client_data?: boolean;
        };
        /** @description The entry of an office, as far as the asker may read it. */
        EntryView: components["schemas"]["EntryBody"] & {
            /** @description Since when it is said to be closed. */
            closed_on?: string | null;
            /** @description How fresh each group of fields is, in the order of the page. */
            freshness: components["schemas"]["FreshnessView"][];
            /** @description What the asker may do here. */
            may: components["schemas"]["May"];
            photo?: components["schemas"]["PhotoView"] | null;
            /** @description Names of its service areas. */
            service_area_names: components["schemas"]["NamedCode"][];
            /**
             * Format: int64
             * @description Give it as `If-Match` when writing.
             */
            version: number;
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
        /** @description A forum to write. */
        ForumInput: {
            /** @description Code of the area. */
            area: string;
            /** @description Code of the kind, or `other`. */
            kind: string;
            /** @description Days it met or will meet. */
            meetings?: string[];
            /** @description Who sits in it. */
            members?: components["schemas"]["MemberView"][];
            /** @description Name it goes by. */
            name: string;
            /** @description Remarks. */
            note?: string;
            /** @description Seats of its own; those of the template when empty. */
            seats?: components["schemas"]["SeatView"][];
        };
        /** @description Forums of an area. */
        ForumList: {
            /** @description By name. */
            items: components["schemas"]["ForumView"][];
            /** @description Whether you may add one. */
            may_edit: boolean;
        };
        /** @description The seats a kind of forum should have. */
        ForumTemplate: {
            /** @description Code of the kind. */
            kind: string;
            /** @description Its seats. */
            seats: components["schemas"]["SeatView"][];
        };
        /** @description A forum with its composition. */
        ForumView: {
            /** @description Code of the area. */
            area: string;
            /** @description Its name. */
            area_name: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Code of the kind. */
            kind: string;
            /** @description Whether you may write it. */
            may_edit: boolean;
            /** @description Days it met or will meet. */
            meetings: string[];
            /** @description Members, those who have left included. */
            members: components["schemas"]["MemberView"][];
            /** @description Name it goes by. */
            name: string;
            /** @description Remarks. */
            note: string;
            /** @description Whether the seats are its own and not those of the template. */
            own_seats: boolean;
            /** @description Who should sit there, and who does. */
            seats: components["schemas"]["HeldSeat"][];
            /** @description Seats nobody holds. */
            vacant: number;
        };
        /** @description How fresh a group of fields is. */
        FreshnessView: {
            /**
             * Format: int64
             * @description Days since.
             */
            age_days?: number | null;
            /** @description The day it was checked. */
            checked_on?: string | null;
            /** @description `fresh`, `fading`, `stale` or `unknown`. */
            class: string;
            /** @description The day from which it is to be checked again. */
            due_on?: string | null;
            /** @description `basics`, `contacts`, `strengths`, `availability`, `hours`, `service_areas`, `remarks`. */
            group: string;
            /** @description How: `member`, `steward`, `letter`, `edit`, `import`. */
            how?: string | null;
            /**
             * Format: int32
             * @description Shelf life, days.
             */
            shelf_life: number;
        };
        /** @description A field of the matrix. */
        GapCell: {
            /** @description Code of the row. */
            area: string;
            /** @description Code of the column. */
            column: string;
            /**
             * Format: int32
             * @description ある: offices; for others how many are there (desks, seats held, boxes filled, offices checked or answered).
             */
            count?: number | null;
            /** @description Names of what is missing. */
            missing: components["schemas"]["NamedBoth"][];
            /** @description Notes of the council on this field. */
            notes: components["schemas"]["GapNoteCount"];
            /**
             * Format: int32
             * @description Of how many.
             */
            of?: number | null;
            reach?: components["schemas"]["ReachFigures"] | null;
            /**
             * @description Holes: `none` (nothing there), `far` (most people are far from it), `apart` (there, but half of the offices or more
             *     have no partner of another system), `part` (some of it is missing). Else `near` (none here, but most people reach
             *     one beyond the border), `ok`, `no_data`, `not_here` (a question for a larger area).
             */
            state: string;
            ties?: components["schemas"]["TieFiguresView"] | null;
        };
        /** @description A column of the matrix. */
        GapColumn: {
            /** @description For a service: the people it is measured against. */
            age?: string | null;
            /** @description `service:care-430`, `nurse:dementia`, `forum:council`, `template:rare`, `upkeep:freshness`, `upkeep:response`. */
            code: string;
            /** @description English name. */
            en: string;
            /**
             * Format: double
             * @description For a service: beyond this people are far, kilometres travelled.
             */
            far_km?: number | null;
            /** @description `service`, `nurse`, `forum`, `template`, `upkeep`. */
            group: string;
            /** @description Japanese name, short. */
            ja: string;
            /** @description Whether it is shown without being asked for. */
            key: boolean;
            ways?: components["schemas"]["WaysView"] | null;
        };
        /** @description A step to add to a note. */
        GapNoteChange: {
            /** @description `changed`, `resolved` or `reopened`. */
            action: string;
            /** @description Steps the writer saw: another number is refused, somebody else has written since. */
            seen: number;
            /** @description What it says from then on; of one resolved or reopened how or why, and may be empty. */
            text?: string;
            /** @description Until when, from then on. */
            until?: string | null;
        };
        /** @description Notes on a field. */
        GapNoteCount: {
            /** @description Open ones. */
            open: number;
            /** @description Resolved ones. */
            resolved: number;
        };
        /** @description A note to write. */
        GapNoteInput: {
            /** @description Code of the area. */
            area: string;
            /** @description Code of the column. */
            column: string;
            /** @description `note` or `decision`. */
            kind: string;
            /** @description What it says. */
            text: string;
            /** @description Until when something is to be done, as 2026-04-01. */
            until?: string | null;
        };
        /** @description Notes of an area and of the areas inside it. */
        GapNoteList: {
            /** @description Open ones first, those due soonest before the others; then resolved ones, the newest first. */
            items: components["schemas"]["GapNoteView"][];
            /** @description Whether you may add one. */
            may_write: boolean;
        };
        /** @description A step in the life of a note. */
        GapNoteStep: {
            /** @description `written`, `changed`, `resolved`, `reopened`. */
            action: string;
            /** @description When (RFC 3339). */
            at: string;
            /** @description Name of who did it. */
            by: string;
            /** @description What it said from then on, or how it was resolved. */
            text: string;
            /** @description Until when, from then on. */
            until?: string | null;
        };
        /** @description A note or decision of a council. */
        GapNoteView: {
            /** @description Code of the area. */
            area: string;
            /** @description Its name. */
            area_name: string;
            /** @description Code of the column, such as `service:care-430`. */
            column: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description `note` or `decision`. */
            kind: string;
            /** @description Whether you may write to it. */
            may_write: boolean;
            /** @description Whether its day has passed and it is open. */
            overdue: boolean;
            /** @description `open` or `resolved`. */
            state: string;
            /** @description Every step, oldest first. */
            steps: components["schemas"]["GapNoteStep"][];
            /** @description What it says. */
            text: string;
            /** @description Until when something is to be done. */
            until?: string | null;
        };
        /** @description Everything known of the gaps of an area. */
        GapReport: {
            /** @description The area. */
            area: components["schemas"]["NamedCode"];
            /** @description Row by row, one for every column: `rows.len() × columns.len()`. */
            cells: components["schemas"]["GapCell"][];
            /** @description What is looked at, in groups. */
            columns: components["schemas"]["GapColumn"][];
            /** @description When supply and reach were computed (RFC 3339). */
            computed_at: string;
            /** @description Its kind. */
            kind: string;
            /** @description When this was put together (RFC 3339). */
            made_at: string;
            /** @description Whether you may keep notes here. */
            may_write: boolean;
            /** @description The area as a whole first, then its parts, by code. */
            rows: components["schemas"]["GapRow"][];
            /** @description Areas like this one, the most alike first; empty where too little is known. */
            similar: components["schemas"]["SimilarArea"][];
            /** @description Data sets the figures come from. */
            sources: components["schemas"]["CoverageSource"][];
            /** @description Names of the surveys the ties come from, with their newest wave. */
            surveys: components["schemas"]["GapSurvey"][];
            /** @description Ties of all offices of each row together, in the order of the rows. */
            ties: components["schemas"]["TieFiguresView"][];
            /** @description The day the ties are as of; the newest sheet of each office counts. */
            ties_as_of: string;
            /** @description How ties and supply went. */
            trend: components["schemas"]["GapTrend"];
            /** @description How ways are measured. */
            ways: components["schemas"]["WaysView"];
        };
        /** @description An area of the matrix. */
        GapRow: {
            /**
             * Format: double
             * @description 高齢化率, 0 to 1.
             */
            ageing?: number | null;
            center?: components["schemas"]["Point"] | null;
            /** @description Code. */
            code: string;
            /**
             * Format: double
             * @description People per square kilometre.
             */
            density?: number | null;
            /** @description Codes of the areas to colour: its own, or those of its wards. */
            drawn: string[];
            /** @description Kind. */
            kind: string;
            /** @description Name. */
            name: string;
            /**
             * Format: int64
             * @description People, rounded.
             */
            population?: number | null;
            /** @description Whether it is the area as a whole. */
            whole: boolean;
            /**
             * Format: int32
             * @description Year of the population.
             */
            year?: number | null;
        };
        /** @description A survey the ties come from. */
        GapSurvey: {
            /** @description First day of that wave. */
            opens_on: string;
            /** @description Its title. */
            title: string;
            /**
             * Format: int32
             * @description Number of the newest wave.
             */
            wave: number;
        };
        /** @description Ties of an area. */
        GapTieRow: {
            /** @description Code of the area. */
            code: string;
            /** @description Their figures. */
            ties: components["schemas"]["TieFiguresView"];
        };
        /** @description Ties of the offices of one service, of an area and of its parts. */
        GapTies: {
            /** @description The day they are as of. */
            as_of: string;
            /** @description Whether ties of one side are left out of every figure. */
            certain_only: boolean;
            /** @description The area as a whole first, then its parts, by code. */
            rows: components["schemas"]["GapTieRow"][];
        };
        /** @description How it went. */
        GapTrend: {
            /** @description What became of ties between the last two of them. */
            changes: components["schemas"]["TrendChange"][];
            /** @description Services of which an earlier edition is known. */
            supply: components["schemas"]["TrendSupply"][];
            /** @description Ties by wave of the survey, oldest first. */
            waves: components["schemas"]["TrendWave"][];
        };
        /** @description Where a topic usually lies: 「一般的な担当（未確認）」. */
        GeneralAnswer: {
            /**
             * Format: int32
             * @description First year of age.
             */
            age_from: number;
            /**
             * Format: int32
             * @description Last year of age inclusive, `null` when open.
             */
            age_to?: number | null;
            /** @description For 保健所: `area`, `own` or `nearest` (to be confirmed). */
            jurisdiction?: string | null;
            /** @description Law it follows from. */
            law: string;
            /** @description Offices of that kind for the place, at most three. */
            offices: components["schemas"]["Card"][];
            /** @description Code of the placement. */
            placement: string;
            /** @description Its name. */
            placement_ja: string;
            /** @description Why, English. */
            reason_en: string;
            /** @description Why, Japanese. */
            reason_ja: string;
            /** @description For 保健所: `prefecture` or `municipal`. */
            run_by?: string | null;
        };
        /** @description Two columns of words, and the five guidelines. */
        Glossary: {
            /** @description The five guidelines. */
            guidelines: components["schemas"]["GuidelineView"][];
            /** @description Pairs of words. */
            terms: components["schemas"]["GlossaryTerm"][];
        };
        /** @description A pair of words that meet. */
        GlossaryTerm: {
            /** @description The word of 介護保険. */
            care: components["schemas"]["BothTexts"];
            /** @description Anchor on the page. */
            code: string;
            /** @description The word of 障害福祉. */
            disability: components["schemas"]["BothTexts"];
            /** @description Group it stands in. */
            group: string;
            /** @description How they differ. */
            note: components["schemas"]["BothTexts"];
            /** @description How it stands in running text. */
            words: components["schemas"]["BothWords"];
        };
        /** @description A role and where it holds, as it is sent. */
        GrantInput: {
            /** @description Id of the office or code of the area. */
            of?: string;
            /** @description `member`, `keeper`, `council`, `steward` or `administrator`. */
            role: string;
            /** @description `office`, `area` or `everywhere`. */
            scope: string;
        };
        /** @description A role and where it holds. */
        GrantView: {
            /** @description Name of the office or area, where it is known. */
            name?: string | null;
            /** @description Whether it counts only after a second factor. */
            needs_second_factor: boolean;
            /** @description Id of the office or code of the area; empty for everywhere. */
            of: string;
            /** @description `member`, `keeper`, `council`, `steward` or `administrator`. */
            role: string;
            /** @description `office`, `area` or `everywhere`. */
            scope: string;
        };
        /** @description Sheets of a group. */
        GroupProgress: {
            /**
             * Format: int32
             * @description Begun and not finished.
             */
            begun: number;
            /** @description Code of the system or of the municipality; empty for all. */
            code: string;
            /**
             * Format: int32
             * @description Finished.
             */
            finished: number;
            /**
             * Format: int32
             * @description Finished after the last day.
             */
            late: number;
            /** @description Name of the municipality. */
            name?: string | null;
            /**
             * Format: int32
             * @description Refused.
             */
            refused: number;
            /**
             * Format: double
             * @description 回収率, 0 to 1: finished of all.
             */
            response_rate?: number | null;
            /**
             * Format: int32
             * @description All.
             */
            sheets: number;
            /**
             * Format: int32
             * @description Taken back.
             */
            withdrawn: number;
        };
        /** @description What follows for a case. Nothing of it is stored. */
        GuideAnswer: {
            /** @description Check lists. */
            checklists: components["schemas"]["GuideChecklist"][];
            /** @description Places the words may mean. */
            choices: components["schemas"]["NamedCode"][];
            /** @description Rules that hold. */
            conclusions: components["schemas"]["ConclusionView"][];
            /** @description Conditions as they were understood. */
            conditions: components["schemas"]["ConditionView"][];
            /** @description Forums to bring it to. */
            forums: components["schemas"]["GuideForum"][];
            /** @description Guidelines that apply. */
            guidelines: components["schemas"]["GuidelineView"][];
            /** @description Networks of the area. */
            networks: components["schemas"]["GuideNetwork"][];
            /** @description Rules that depend on the age, where none was given. */
            open: components["schemas"]["ConclusionView"][];
            place?: components["schemas"]["SpotView"] | null;
            /** @description Roles in order of time. */
            steps: components["schemas"]["GuideStep"][];
            /** @description Words for conditions that mean none. */
            unknown_conditions: string[];
        };
        /** @description A box of a network. */
        GuideBox: {
            /** @description Whether the national picture leaves it out. */
            added: boolean;
            /** @description Whether my office has a tie to one of them; `null` for who belongs to no office. */
            connected?: boolean | null;
            /** @description Group it stands in. */
            group: string;
            /** @description Name. */
            name: components["schemas"]["BothTexts"];
            /** @description Offices of the municipality. */
            offices: number;
            /** @description Code of the role. */
            role: string;
            /** @description Where they are: `here` in the municipality, `prefecture` only, or `absent`. */
            state: string;
        };
        /** @description A check list. */
        GuideChecklist: {
            /** @description Code. */
            code: string;
            /** @description Lines in order of time. */
            items: components["schemas"]["GuideItem"][];
            /** @description Title. */
            title: components["schemas"]["BothTexts"];
        };
        /** @description Something one can choose. */
        GuideChoice: {
            /** @description Code. */
            code: string;
            /** @description English. */
            en: string;
            /** @description Japanese. */
            ja: string;
            /** @description System it belongs to, for services. */
            system?: string | null;
        };
        /** @description Something of the case a conclusion rests on. */
        GuideFact: {
            /** @description `age`, `turns_65_in`, `condition`, `service` or `situation`. */
            kind: string;
            /** @description What it says. */
            label: components["schemas"]["BothTexts"];
            /** @description The number or code. */
            value: string;
        };
        /** @description A forum. */
        GuideForum: {
            /** @description Code. */
            code: string;
            /** @description What it rests on. */
            law: components["schemas"]["LawView"];
            /** @description Name. */
            name: components["schemas"]["BothTexts"];
            /** @description What to know. */
            note: components["schemas"]["BothTexts"];
            /** @description Identifiers of the rules that name it. */
            rules: string[];
        };
        /** @description A line of a check list. */
        GuideItem: {
            /**
             * Format: int32
             * @description Months from today, where known.
             */
            due_in?: number | null;
            /** @description `now`, `discharge`, `turns_18`, `turns_65`. */
            event: string;
            /**
             * Format: int32
             * @description Months after it.
             */
            months: number;
            /** @description Who. */
            role: components["schemas"]["BothTexts"];
            /** @description What. */
            what: components["schemas"]["BothTexts"];
        };
        /** @description A standard network compared with the area. */
        GuideNetwork: {
            /** @description Boxes, group by group. */
            boxes: components["schemas"]["GuideBox"][];
            /** @description Code. */
            code: string;
            /** @description What to know. */
            note: components["schemas"]["BothTexts"];
            /** @description Title. */
            title: components["schemas"]["BothTexts"];
        };
        /** @description A local office for a role. */
        GuideOffice: {
            /** @description Whether it said lately that it takes people. */
            accepting: boolean;
            /** @description The office. */
            card: components["schemas"]["Card"];
            /** @description Codes of its strengths that answer to the case. */
            strengths: string[];
            /** @description Whether my office works with it. */
            tied: boolean;
            /** @description What they do together, as codes; `null` for who belongs to no office. */
            ties?: string[] | null;
        };
        /** @description A role that belongs around the person. */
        GuideRole: {
            /** @description Code. */
            code: string;
            /** @description For 保健師: local desks. */
            desks: components["schemas"]["DeskAnswer"][];
            found_in?: components["schemas"]["NamedCode"] | null;
            /** @description For 保健師: where it usually lies, where there is no local desk. */
            general: components["schemas"]["GeneralAnswer"][];
            /** @description Whether the time for it has passed already. */
            late: boolean;
            /** @description Name. */
            name: components["schemas"]["BothTexts"];
            /** @description Local offices: those with a tie first, then the nearest. */
            offices: components["schemas"]["GuideOffice"][];
            /** @description Identifiers of the rules that ask for it. */
            rules: string[];
            /** @description System it belongs to. */
            system: string;
            topic?: components["schemas"]["NamedCode"] | null;
        };
        /** @description A point in time with the roles that are first needed then. */
        GuideStep: {
            /**
             * Format: int32
             * @description Months from today, where known.
             */
            due_in?: number | null;
            /** @description `now`, `discharge`, `turns_18`, `turns_65`. */
            event: string;
            /**
             * Format: int32
             * @description Months after it; negative before.
             */
            months: number;
            /** @description Roles. */
            roles: components["schemas"]["GuideRole"][];
        };
        /** @description What the guide asks. */
        GuideTerms: {
            /** @description Every condition known. */
            conditions: components["schemas"]["ConditionView"][];
            /** @description Services in use. */
            services: components["schemas"]["GuideChoice"][];
            /** @description Situations. */
            situations: components["schemas"]["GuideChoice"][];
        };
        /** @description A guideline on decision support. */
        GuidelineView: {
            /** @description Who is addressed. */
            by: components["schemas"]["BothTexts"];
            /** @description Code. */
            code: string;
            /** @description How. */
            how: components["schemas"]["BothTexts"];
            /** @description Name. */
            name: components["schemas"]["BothTexts"];
            /** @description Identifiers of the rules that name it. */
            rules: string[];
            /** @description What to do where the will is hard to tell. */
            unclear: components["schemas"]["BothTexts"];
            /** @description When. */
            when: components["schemas"]["BothTexts"];
            /** @description For whom. */
            whom: components["schemas"]["BothTexts"];
        };
        /** @description To whom a desk hands over, and when. */
        HandOverView: {
            /**
             * Format: int32
             * @description At this birthday.
             */
            age?: number | null;
            /**
             * Format: uuid
             * @description The desk, where it is one of the same owner's.
             */
            desk?: string | null;
            /** @description At this event. */
            event?: string | null;
            /** @description Name of the desk. */
            to: string;
        };
        /** @description A seat and who holds it today. */
        HeldSeat: {
            /** @description Offices of the area that could take it, the number of them. */
            could: number;
            /** @description Members on it today. */
            held_by: string[];
            /** @description The seat. */
            seat: components["schemas"]["SeatView"];
            /** @description The first of them by name. */
            suggestions: components["schemas"]["SeatSuggestion"][];
        };
        /** @description Ties between two systems you may not see one by one. */
        HiddenTies: {
            /** @description How many; `null` where they are fewer than three, or would tell such a number elsewhere. */
            count?: number | null;
            /** @description Code of one system. */
            from: string;
            /** @description Code of the other. */
            to: string;
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
            /** @description Name of the office this happened to, when that was merged into this one later. */
            former?: string | null;
            /** @description Why; only where names are shown, as it may hold some. */
            note?: string | null;
            other?: components["schemas"]["OtherOffice"] | null;
            /** @description Which parts of what the office says of itself changed: `contacts`, `strengths`, `availability`, …. */
            parts: string[];
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
        /** @description Days and hours; `""` is open without stated hours, `null` not open or not stated. */
        HoursBody: {
            /**
             * @description 定休日 in words.
             * @default null
             */
            closed: string | null;
            /**
             * @description 祝日.
             * @default null
             */
            holiday: string | null;
            /**
             * @description Remarks.
             * @default null
             */
            remarks: string | null;
            /**
             * @description 土曜日.
             * @default null
             */
            saturday: string | null;
            /**
             * @description 日曜日.
             * @default null
             */
            sunday: string | null;
            /**
             * @description 平日.
             * @default null
             */
            weekday: string | null;
        };
        /** @description What the person decided about the files. */
        ImportDecision: {
            /** @description Decisions by file; files not named are imported as previewed. */
            files?: components["schemas"]["FileDecision"][];
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
        /** @description An office by name. */
        IntroducedOffice: {
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Name. */
            name: string;
            /** @description Codes of its services. */
            services: string[];
            /** @description Code of the system it stands under. */
            system: string;
        };
        /** @description An office to get to know. */
        IntroductionEntry: {
            /** @description Which. */
            office: components["schemas"]["IntroducedOffice"];
            /** @description Why, the strongest reason first. */
            reasons: components["schemas"]["IntroductionReason"][];
        };
        /** @description Offices to get to know, each with reasons. */
        IntroductionLists: {
            /** @description 橋渡し候補: of another system, to which no common partner leads. */
            bridges: components["schemas"]["IntroductionEntry"][];
            /** @description Whether anything is known of this office's ties; without any, only distance and need speak. */
            known: boolean;
            /** @description 近い連携先: of any system, the most promising first. */
            near: components["schemas"]["IntroductionEntry"][];
        };
        /** @description Whom a council should introduce to each other, or invite to one meeting. */
        IntroductionPlan: {
            /**
             * Format: double
             * @description The value as things stand: mean steps between offices of the two systems, or pairs that hang on one office.
             */
            before: number;
            /** @description `introductions`, `meeting`. */
            form: string;
            /** @description `mean_distance`, `sole_intermediaries`. */
            objective: string;
            /** @description Offices looked at. */
            offices: number;
            /** @description Steps, each the best at its turn; ends early where nothing more is gained. */
            steps: components["schemas"]["PlanStep"][];
        };
        /** @description Why an office is on a list. */
        IntroductionReason: {
            /** @enum {string} */
            code: "shared_partners";
            /** @description With how many. */
            count: number;
            /** @description At most three who could introduce. */
            partners: components["schemas"]["IntroducedOffice"][];
        } | {
            /** @enum {string} */
            code: "usual_here";
            /** @description Of how many that offer a service this office offers, within five kilometres. */
            of: number;
            /** @description How many. */
            tied: number;
        } | {
            /** @enum {string} */
            code: "distance";
            /**
             * Format: double
             * @description As the crow flies.
             */
            metres: number;
        } | {
            /** @enum {string} */
            code: "needed_services";
            /** @description Codes of the services. */
            services: string[];
        } | {
            /** @enum {string} */
            code: "accepting";
        } | {
            /** @enum {string} */
            code: "other_system";
            /** @description Codes of its systems. */
            systems: string[];
        } | {
            /** @description Its name. */
            area: string;
            /** @enum {string} */
            code: "shared_area";
        } | {
            /** @description Codes of the kinds. */
            clients: string[];
            /** @enum {string} */
            code: "shared_clients";
        } | {
            /** @enum {string} */
            code: "far_apart";
            /**
             * Format: int32
             * @description Steps of the shortest way; `null` where none leads.
             */
            steps?: number | null;
        } | {
            /** @enum {string} */
            code: "opens_way";
            /** @description How many. */
            offices: number;
        };
        /** @description A law with its article. */
        LawView: {
            /** @description Article, where certain. */
            article?: string | null;
            /** @description Name as practitioners cite it. */
            name: string;
        };
        /** @description The answer to a letter. */
        LetterAnswer: {
            /** @description Which button. */
            answer: components["schemas"]["ConfirmationAnswer"];
            /** @description What has changed, in words; only with `changed`. */
            note?: string | null;
            /** @description What stands behind `#` in its address. */
            token: string;
        };
        /** @description Offices to write to. */
        LetterInput: {
            /** @description By `mail` to those whose address of mail is known; the others are printed. */
            delivery?: components["schemas"]["Delivery"];
            /** @description At most 300. */
            offices: string[];
        };
        /** @description Letters to print. */
        LetterList: {
            /** @description In the order asked for. They are shown this once. */
            items: components["schemas"]["LetterView"][];
        };
        /** @description What a letter opens. */
        LetterOpened: {
            /** @description When the letter ends (RFC 3339). */
            ends_at: string;
            /** @description What the public reads of it. */
            entry: components["schemas"]["EntryView"];
            /** @description The one office it can answer for. */
            office: components["schemas"]["Card"];
        };
        /** @description The token of a letter. */
        LetterToken: {
            /** @description What stands behind `#` in its address. */
            token: string;
        };
        /** @description A letter to print. */
        LetterView: {
            /** @description Address. */
            address: string;
            /** @description Building, floor, room. */
            building?: string | null;
            /** @description FAX as the directory shows it. */
            fax?: string | null;
            /** @description Whether it went out by mail; then there is nothing to print. */
            mailed: boolean;
            /** @description Its name. */
            name: string;
            /**
             * Format: uuid
             * @description The office it speaks of.
             */
            office: string;
            /** @description Telephone as the directory shows it. */
            phone?: string | null;
            /** @description Seven digits. */
            postal_code?: string | null;
            /** @description The code as SVG. */
            qr?: string | null;
            /** @description Services it is listed with. */
            services: string[];
            /** @description The last day on which it can be answered. */
            until: string;
            /** @description Where the code leads. */
            url?: string | null;
        };
        /** @description What a one-time link is for, to whoever holds it. */
        LinkPurpose: {
            /** @description When it ends (RFC 3339). */
            ends_at: string;
            /** @description `setup`, `invitation` or `reset`. */
            kind: string;
            /** @description Login; `null` for the set-up, which chooses one. */
            login?: string | null;
            /** @description Name. */
            name?: string | null;
        };
        /** @description A one-time link's token. */
        LinkToken: {
            /** @description As in the link, or as typed from a slip. */
            token: string;
        };
        /** @description A one-time link, shown once. */
        LinkView: {
            /**
             * Format: uuid
             * @description The account.
             */
            account: string;
            /** @description The code to type at `/invitation`, in groups of four. */
            code?: string | null;
            /** @description When it ends (RFC 3339). */
            ends_at: string;
            /** @description `invitation` or `reset`. */
            kind: string;
            /** @description Login, for the slip. */
            login: string;
            /** @description Whether it was sent by mail; then it is not shown. */
            mailed: boolean;
            /** @description Name, for the slip. */
            name: string;
            /** @description The address as a QR code, SVG. */
            qr?: string | null;
            /** @description The address to open. */
            url?: string | null;
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
        /** @description An office in a list. */
        ListEntryInput: {
            /** @description What you note about it. No client's personal data. */
            note: string;
            /**
             * Format: uuid
             * @description The office.
             */
            office: string;
        };
        /** @description A list as it shall be. */
        ListInput: {
            /** @description Its offices in their order. */
            entries: components["schemas"]["ListEntryInput"][];
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
        /** @description A session in a list. */
        ListedSession: {
            /** @description The browser, as it calls itself. */
            agent: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
            /** @description When it ends at the latest (RFC 3339). */
            ends_at: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Since when (RFC 3339). */
            opened_at: string;
            /** @description Whether a second factor was given. */
            second_factor: boolean;
            /** @description When it was last used, to five minutes (RFC 3339). */
            used_at: string;
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
        /** @description What the asker may do to an entry. */
        May: {
            /** @description Say that it is still right. */
            confirm: boolean;
            /** @description Write ordinary fields. */
            edit: boolean;
            /** @description Write official fields at once. */
            edit_official: boolean;
            /** @description Read direct numbers, names and remarks for professionals. */
            read_contacts: boolean;
        };
        /** @description A measure. */
        MeasureView: {
            /** @description Code. */
            code: string;
            /** @description Definition in English. */
            definition_en: string;
            /** @description Definition in Japanese. */
            definition_ja: string;
            /** @description English name. */
            en: string;
            /** @description Japanese name. */
            ja: string;
            /** @description Whether a larger figure means more at hand. */
            more_is_better: boolean;
            /** @description Paper or practice it comes from. */
            source: string;
            /** @description `offices`, `offices_per_1000`, `places_per_1000`, `km`, `share`. */
            unit: string;
        };
        /** @description Somebody who sits in a forum. */
        MemberView: {
            /** @description Name of the office or body; never of a person. */
            name?: string;
            /**
             * Format: uuid
             * @description The office, where the directory has it.
             */
            office?: string | null;
            /** @description Code of the seat. */
            seat: string;
            /** @description First day. */
            since?: string | null;
            /** @description Last day. */
            until?: string | null;
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
        /** @description A name in both languages. */
        NamedBoth: {
            /** @description English. */
            en: string;
            /** @description Japanese. */
            ja: string;
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
        /** @description Somebody around the respondent. */
        Neighbour: {
            /** @description `mutual`, `one_sided`, `to_non_respondent`. */
            evidence: string;
            /** @description Name of its municipality. */
            municipality?: string | null;
            /** @description Its name. */
            name: string;
            /**
             * Format: uuid
             * @description The office.
             */
            office: string;
            /** @description Latitude and longitude. */
            position?: [
                number,
                number
            ] | null;
            /** @description Codes of its services. */
            services: string[];
            /** @description What either says. */
            star: components["schemas"]["StarView"];
            /** @description Code of its system. */
            system: string;
            /** @description Whether it named you. */
            they: boolean;
            /** @description Whether you named it. */
            you: boolean;
        };
        /** @description Ties between two types, or within one. */
        NetworkBlock: {
            /** @description Code of the service of one side. */
            a: string;
            /** @description Code of the service of the other. */
            b: string;
            /**
             * Format: int64
             * @description Ties either side reported; `null` where those you may not see are fewer than three, or would tell such a number
             *     elsewhere.
             */
            either?: number | null;
            /**
             * Format: int64
             * @description Ties both sides reported.
             */
            mutual: number;
            /**
             * Format: int64
             * @description Pairs there could be.
             */
            pairs: number;
        };
        /** @description What became of ties since an earlier wave. */
        NetworkChange: {
            /** @description How many of each. */
            counts: {
                [key: string]: number;
            };
            /** @description How figures of the whole changed. */
            figures: components["schemas"]["ChangedFigure"][];
            /**
             * Format: uuid
             * @description The earlier wave.
             */
            since: string;
            /** @description How many of each between systems. */
            systems: components["schemas"]["ChangeCount"][];
            /** @description Ties, of both moments, and what became of each; of those you may see. */
            ties: components["schemas"]["TieChange"][];
        };
        /** @description A community. */
        NetworkCommunity: {
            /** @description Code of the municipality or 日常生活圏域 most of them lie in. */
            area?: string | null;
            /** @description Its name. */
            area_name?: string | null;
            /**
             * Format: int32
             * @description Its number, kept from wave to wave.
             */
            id: number;
            /** @description Offices in it. */
            size: number;
            /** @description Offices by code of system. */
            systems: {
                [key: string]: number;
            };
        };
        /** @description A figure of the whole. */
        NetworkFigure: {
            /**
             * @description Its code: `ties`, `density`, `mean_degree`, `isolates`, `components`, `greatest_component`, `articulation_points`,
             *     `bridges`, `sole_intermediary_pairs`, `without_cross_system`, `duty_coverage`, `degree_centralization`,
             *     `gini_degree`, `ei_index`, `assortativity`, `modularity`.
             */
            code: string;
            /**
             * Format: double
             * @description Of ties either side reported; `null` where it has no meaning or ties you may not see are too few to be told.
             */
            either?: number | null;
            /**
             * Format: double
             * @description Of ties both sides reported; `null` where it has no meaning.
             */
            mutual?: number | null;
            /**
             * Format: double
             * @description How the figure stands to chance, for the E–I index: share of random networks at least as low.
             */
            p?: number | null;
        };
        /** @description A forum. */
        NetworkForum: {
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Who sits in it. */
            members: number[];
            /** @description Name. */
            name: string;
        };
        /**
         * @description Two offices joined by a fact of the directory. Groups of up to six are told each with each, larger ones as a ring; all of
         *     an office are under `/offices/{id}/links`.
         */
        NetworkLink: {
            /** @description One side. */
            a: number;
            /** @description The other. */
            b: number;
            /** @description `organization`, `place`, `number`. */
            kind: string;
        };
        /** @description An office. */
        NetworkNode: {
            /** @description Whether it has answered. */
            answered: boolean;
            /** @description Whether it was asked. */
            asked: boolean;
            /**
             * Format: int32
             * @description Its community; `null` for an office without ties.
             */
            community?: number | null;
            /** @description Code of its 日常生活圏域, where there are any. */
            district?: string | null;
            figures?: components["schemas"]["NodeFigures"] | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Whether it lies in the area; others have no figures. */
            inside: boolean;
            /** @description Code of its municipality. */
            municipality?: string | null;
            /** @description Name. */
            name: string;
            /** @description Name of its 日常生活圏域, where there are any, else of its municipality. */
            place?: string | null;
            /** @description Latitude and longitude. */
            position?: [
                number,
                number
            ] | null;
            /** @description Code of the service it stands under, its type; `null` where none is known. */
            service?: string | null;
            /** @description Codes of all its services. */
            services: string[];
            /** @description Code of the system it stands under. */
            system: string;
            /**
             * Format: double
             * @description To the right on the drawing, in its units.
             */
            x: number;
            /**
             * Format: double
             * @description Upwards.
             */
            y: number;
        };
        /** @description A tie you may see. */
        NetworkTie: {
            /** @description One side. */
            a: number;
            /** @description The other, the larger place. */
            b: number;
            /** @description Whether parts of the network are joined by it alone. */
            bridge: boolean;
            /** @description `mutual`, `one_sided`, `to_non_respondent`. */
            evidence: string;
            /** @description Who reports it: `a`, `b` or `both`. */
            reported_by: string;
            /** @description What either says. */
            star: components["schemas"]["StarView"];
        };
        /** @description Offices of an area and the ties among them and to others, at one moment. */
        NetworkView: {
            /** @description Of these, how many answered. */
            answered: number;
            /** @description Code of the area. */
            area: string;
            /** @description Its name. */
            area_name: string;
            /** @description Offices of the area that were asked. */
            asked: number;
            /** @description Ties by pairs of types. */
            blocks: components["schemas"]["NetworkBlock"][];
            change?: components["schemas"]["NetworkChange"] | null;
            /** @description Communities of the ties, the largest first; single offices left out. */
            communities: components["schemas"]["NetworkCommunity"][];
            /**
             * Format: double
             * @description Of the ties between two offices that both answered, the share both reported, 0 to 1; `null` where too few are known
             *     to tell it.
             */
            confirmation_rate?: number | null;
            /** @description Figures of the whole, of offices inside the area alone. */
            figures: components["schemas"]["NetworkFigure"][];
            /** @description Forums two or more of these offices sit in. */
            forums: components["schemas"]["NetworkForum"][];
            /** @description The others, as counts by system. */
            hidden: components["schemas"]["HiddenTies"][];
            /** @description What joins offices by a fact of the directory; never counted as ties. */
            links: components["schemas"]["NetworkLink"][];
            /** @description Offices of the area and, after them, partners elsewhere. */
            nodes: components["schemas"]["NetworkNode"][];
            /** @description The day the ties are as of: of a wave, the day it opened. */
            on: string;
            /** @description Your offices. */
            own: number[];
            /**
             * Format: double
             * @description `answered ÷ asked`, 0 to 1; `null` where nobody was asked.
             */
            response_rate?: number | null;
            /** @description Whether you see every tie, as the survey's keeper does; else ties both sides reported, and those of your offices. */
            sees_all: boolean;
            /** @description Ties you may see. */
            ties: components["schemas"]["NetworkTie"][];
            /**
             * Format: uuid
             * @description The wave, where one was asked for.
             */
            wave?: string | null;
            /** @description Waves held in the area, the oldest first. */
            waves: components["schemas"]["NetworkWave"][];
        };
        /** @description A wave to choose. */
        NetworkWave: {
            /** @description Last day. */
            closes_on: string;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /**
             * Format: int32
             * @description Its number within the survey, from 1.
             */
            number: number;
            /** @description First day. */
            opens_on: string;
            /** @description Name of its survey. */
            survey: string;
        };
        /** @description An account to be made. */
        NewAccount: {
            /** @description How the invitation reaches its owner. */
            delivery?: components["schemas"]["Delivery"];
            /** @description Address of mail. */
            email?: string | null;
            /** @description Roles; one at least, unless an administrator asks. */
            grants: components["schemas"]["GrantInput"][];
            /** @description 3–64 letters of `a-z 0-9 . _ @ -`. */
            login: string;
            /** @description Name. */
            name: string;
        };
        /** @description A link to be made. */
        NewLink: {
            /** @description How it reaches its owner. */
            delivery?: components["schemas"]["Delivery"];
            /** @description Whether it also removes a second factor that was lost. */
            drops_second_factor?: boolean;
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
        /** @description A survey to make, with its first wave. */
        NewSurvey: {
            /** @description What is asked, of whom. */
            design: components["schemas"]["SurveyDesign"];
            /** @description The first wave. */
            period: components["schemas"]["WavePeriod"];
        };
        /** @description A ☆ to set beside a partner between surveys. */
        NewTie: {
            /**
             * Format: uuid
             * @description The partner.
             */
            partner: string;
            /** @description What is told of it. */
            star: components["schemas"]["StarView"];
        };
        /** @description Duty coverage of an office of 居宅介護支援. */
        NodeDuty: {
            /** @description Codes of the kinds there are in the area. */
            existing: string[];
            /** @description Codes of the kinds it works with, of ties you may see. */
            tied: string[];
        };
        /** @description Figures of one office. */
        NodeFigures: {
            /** @description 1 where its closing would leave parts no longer joined. */
            articulation: components["schemas"]["NodeRange"];
            /** @description Pairs of offices on whose shortest ways it lies. */
            betweenness: components["schemas"]["NodeRange"];
            /** @description Burt's constraint: low where its partners do not know each other. */
            constraint: components["schemas"]["NodeRange"];
            /** @description Core number: the largest k such that it has k partners who have k among themselves. */
            core: components["schemas"]["NodeRange"];
            /** @description Partners of another system. */
            cross_system: components["schemas"]["NodeRange"];
            /** @description Partners. */
            degree: components["schemas"]["NodeRange"];
            duty?: components["schemas"]["NodeDuty"] | null;
            /** @description Pairs of an office of 高齢者介護 and one of 障害福祉 whose only common partner it is. */
            sole_intermediary: components["schemas"]["NodeRange"];
        };
        /** @description A figure of an office: of the ties both sides reported, and of those either reported. */
        NodeRange: {
            /**
             * Format: double
             * @description Of ties either side reported; `null` where it has no meaning and for those who may not see them.
             */
            either?: number | null;
            /**
             * Format: double
             * @description Of ties both sides reported; `null` where it has no meaning.
             */
            mutual?: number | null;
        };
        /** @description The answer to 「この町・この話・この年齢なら、どの保健師」. */
        NurseAnswer: {
            /** @description Local desks limited to some towns, when no town was given. */
            by_town: components["schemas"]["DeskView"][];
            /** @description Places the words may mean, when they mean none or several. */
            choices: components["schemas"]["NamedCode"][];
            /** @description The disease the words name, when they name one. */
            condition?: string | null;
            /** @description Local desks, the nearest fit first. */
            desks: components["schemas"]["DeskAnswer"][];
            /** @description General answers; only where no local desk answers. */
            general: components["schemas"]["GeneralAnswer"][];
            /** @description Who is in charge from birth on, for the topic. */
            line: components["schemas"]["NurseLineStep"][];
            /** @description Local desks of the same place and age for other topics. */
            neighbours: components["schemas"]["DeskView"][];
            /** @description Whether two or more local desks answer. */
            overlap: boolean;
            place?: components["schemas"]["SpotView"] | null;
            topic?: components["schemas"]["NamedCode"] | null;
            /** @description Whether words were given for the topic that mean none. */
            unknown_topic: boolean;
        };
        /** @description One field of the matrix. */
        NurseCell: {
            /** @description Place in `bands`. */
            band: number;
            /** @description Units in `holes` and `overlaps` before they were cut. */
            counts: [
                number,
                number
            ];
            /** @description Desks that cover part of it. */
            desks: string[];
            /** @description General placements, where nobody covers it. */
            general: string[];
            /** @description Units where nobody covers part of the band, at most 20. */
            holes: string[];
            /** @description Units where two or more cover part of the band, at most 20. */
            overlaps: string[];
            /** @description `none`, `part`, `twice` or `full`. */
            state: string;
            /** @description Code of the topic. */
            topic: string;
        };
        /** @description Municipalities of an area with how far their desks reach. */
        NurseCoverList: {
            /** @description One row a municipality. */
            items: components["schemas"]["NurseCoverRow"][];
        };
        /** @description How far a municipality's desks reach. */
        NurseCoverRow: {
            /** @description The municipality. */
            area: components["schemas"]["NamedCode"];
            /** @description Desks that cover any of it. */
            desks: number;
            /** @description Fields of the matrix by state: none, part, twice, full. */
            states: number[];
        };
        /** @description A stretch of life with its desks. */
        NurseLineStep: {
            /**
             * Format: int32
             * @description First year of age.
             */
            age_from: number;
            /**
             * Format: int32
             * @description Last year of age inclusive, `null` when open.
             */
            age_to?: number | null;
            /** @description Whether they are local entries. */
            local: boolean;
            /** @description Names of the desks, or of the general placements. */
            names: string[];
        };
        /** @description All jurisdictions of a municipality or prefecture at once. */
        NurseMap: {
            /**
             * Format: int32
             * @description The age asked about.
             */
            age?: number | null;
            /** @description The municipality, ward or prefecture. */
            area: components["schemas"]["NamedCode"];
            /** @description West, south, east, north. */
            bounds?: number[] | null;
            /** @description Desks named by the units. */
            desks: components["schemas"]["NurseMapDesk"][];
            /** @description Placements usually in charge of the topic, for units without a desk. */
            general: string[];
            prefecture?: components["schemas"]["NamedCode"] | null;
            /** @description Code of the topic, where one was asked about. */
            topic?: string | null;
            /** @description What the units are: `town`, `area`, `whole`, or `municipality` in a prefecture. */
            unit: string;
            /** @description The parts of the area, in its order. */
            units: components["schemas"]["NurseMapUnit"][];
        };
        /** @description What a map says of a desk. */
        NurseMapDesk: {
            /**
             * Format: int32
             * @description First year of age.
             */
            age_from: number;
            /**
             * Format: int32
             * @description Last year of age inclusive, `null` when open.
             */
            age_to?: number | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Name. */
            name: string;
            /** @description Name of the municipality or prefecture that keeps it. */
            owner_name: string;
            /** @description Telephone. */
            phone?: string | null;
            /** @description Codes of its topics. */
            topics: string[];
        };
        /** @description A part of the area with the desks that cover it. */
        NurseMapUnit: {
            /** @description Code of its area; `null` for a town. */
            code?: string | null;
            /** @description Places among `desks`, rising; none when nobody local covers it. */
            desks: number[];
            health_center?: components["schemas"]["NamedCode"] | null;
            /** @description Nobody covers some age of the topic; always false without a topic. */
            hole: boolean;
            /**
             * Format: double
             * @description Degrees north of its point.
             */
            lat?: number | null;
            /**
             * Format: double
             * @description Degrees east of its point.
             */
            lon?: number | null;
            /** @description Its own parts are covered by different desks: ask for the municipality. */
            mixed: boolean;
            /** @description What people call it. */
            name: string;
            /** @description Codes of the areas to colour for it; none where only its point is known. */
            shapes: string[];
            /** @description Two or more desks cover the same topic and age here; over all topics, of the desks that divide the area among them. */
            shared: boolean;
        };
        /** @description The matrix of a municipality. */
        NurseMatrix: {
            /** @description The municipality. */
            area: components["schemas"]["NamedCode"];
            /** @description Age bands. */
            bands: [
                number,
                number
            ][];
            /** @description Topic by topic, band by band. */
            cells: components["schemas"]["NurseCell"][];
            /** @description Desks named in the cells. */
            desks: components["schemas"]["DeskView"][];
            /** @description `town`, `area` or `whole`: what its desks tell apart. */
            unit: string;
            /** @description How many units. */
            units: number;
        };
        /** @description A word with its code in both languages. */
        NurseTerm: {
            /** @description Code. */
            code: string;
            /** @description English, where there is one. */
            en?: string | null;
            /** @description Japanese. */
            ja: string;
            /** @description Other words for it. */
            words: string[];
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
        /** @description An office to close or to tie. */
        OfficeChoice: {
            at?: components["schemas"]["Point"] | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Municipality it lies in. */
            municipality?: string | null;
            /** @description Name. */
            name: string;
        };
        /** @description The answer of somebody signed in. */
        OfficeConfirmation: {
            /** @description Which button; what has changed is written in the entry itself. */
            answer: components["schemas"]["ConfirmationAnswer"];
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
        /** @description Which offices are meant. */
        OfficeSelection: {
            /**
             * @description Codes of areas inside the survey's own; all of it when empty.
             * @default []
             */
            areas: string[];
            /**
             * @description Also every office in which a nurse desk sits.
             * @default false
             */
            nurse_desks: boolean;
            /**
             * @description Codes of services.
             * @default []
             */
            services: string[];
            /**
             * @description Codes of systems.
             * @default []
             */
            systems: string[];
        };
        /** @description A tie of one office, with what the two have behind them. */
        OfficeTie: components["schemas"]["Neighbour"] & {
            /** @description Whether you may see it in every wave since; `null` where there was no further wave. */
            every_wave?: boolean | null;
            /** @description Forums both sit in. */
            forums: components["schemas"]["NamedId"][];
            /**
             * @description First day of the oldest wave in which you may see it; `null` where it is known from between surveys
             *     only, or each side told of it in another wave.
             */
            since?: string | null;
        };
        /** @description The ties of one office. */
        OfficeTies: {
            /** @description Others, as a count; `null` where they are fewer than three. */
            hidden?: number | null;
            /** @description Whether you may set a ☆ for it. */
            may_state: boolean;
            /** @description ☆ set between surveys by or beside it; for the two offices and the keeper. */
            statements: components["schemas"]["StatementView"][];
            /** @description Ties you may see, as of today. */
            ties: components["schemas"]["OfficeTie"][];
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
        /** @description What became of a value. */
        Outcome: {
            /** @description `published`, or `waiting` for a steward. */
            state: string;
        };
        /** @description The own account. */
        OwnAccount: {
            /** @description Address of mail; an administrator changes it, because single sign-on finds accounts by it. */
            email?: string | null;
            /** @description Roles. */
            grants: components["schemas"]["GrantView"][];
            /** @description Whether there is a password. */
            has_password: boolean;
            /** @description Whether a second factor is enrolled. */
            has_second_factor: boolean;
            /** @description Whether the account is bound to single sign-on. */
            has_single_sign_on: boolean;
            /** @description Login. */
            login: string;
            /** @description Name. */
            name: string;
            /**
             * Format: int64
             * @description Recovery codes that are left.
             */
            recovery_codes: number;
        };
        /** @description What one may change of oneself. */
        OwnChange: {
            /** @description How others see one. */
            name: string;
        };
        /** @description A part of the small map. */
        PartOutline: {
            /** @description Where a circle belongs, in units of the path: x, y. */
            center?: number[] | null;
            /** @description Code. */
            code: string;
            /** @description Whether it lies too far off and stands as a square at the lower edge. */
            is_aside: boolean;
            /** @description Whether nobody was counted in it: it is no part without offices. */
            is_uncounted: boolean;
            /** @description Name. */
            name: string;
            /** @description SVG path; empty where no polygon is known. */
            path: string;
        };
        /** @description How parties of a list were found. */
        PartyCounts: {
            /** @description Named so that several offices fit. */
            ambiguous: number;
            /** @description By our id. */
            id: number;
            /** @description By name. */
            name: number;
            /** @description By 事業所番号. */
            number: number;
            /** @description Found nowhere. */
            unknown: number;
        };
        /** @description A new password. */
        PasswordChange: {
            /** @description The password until now. */
            current: string;
            /** @description The one from now on: 12 letters or more. */
            new: string;
        };
        /** @description The table of permissions. */
        PermissionTable: {
            /** @description Rows. */
            actions: components["schemas"]["ActionView"][];
            /** @description Columns. */
            roles: components["schemas"]["RoleView"][];
        };
        /** @description A picture. */
        PhotoView: {
            /**
             * Format: int32
             * @description Pixels down.
             */
            height: number;
            /** @description Address of the JPEG; changes with the picture. */
            url: string;
            /**
             * Format: int32
             * @description Pixels across.
             */
            width: number;
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
        /** @description One step of a plan. */
        PlanStep: {
            /**
             * Format: double
             * @description By how much the value falls.
             */
            gain: number;
            /** @description Two offices to introduce, or who joins the meeting. */
            offices: components["schemas"]["IntroducedOffice"][];
            /**
             * Format: double
             * @description The value after it.
             */
            value: number;
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
             * Format: int64
             * @description Seconds to wait before the next try; also in the header `Retry-After`.
             */
            retry_after?: number | null;
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
        /** @description Proof that it is still the owner who asks. */
        Proof: {
            /** @description A code of the second factor, where there is one. */
            code?: string;
            /** @description The password; empty for accounts of single sign-on. */
            password?: string;
        };
        /** @description The answer to a question. */
        QuestionAnswer: {
            /** @description `yes`, `no`, `elsewhere`. */
            answer: string;
            /**
             * Format: uuid
             * @description Who named you.
             */
            office: string;
        };
        /** @description Supply and reach of a service in an area. */
        ReachFigures: {
            /** @description Class of that figure on the map: `1` to `5`, `zero`, `no_data`. */
            class: string;
            /**
             * Format: double
             * @description E2SFCA, offices per 1,000 people within reach.
             */
            enhanced?: number | null;
            /**
             * Format: double
             * @description Share of the people farther than the column's `far_km` from every office, 0 to 1.
             */
            far_share?: number | null;
            /**
             * Format: double
             * @description Mean way to the nearest office, kilometres travelled.
             */
            nearest_km?: number | null;
            /**
             * Format: double
             * @description Offices per 1,000 of them.
             */
            per_1000?: number | null;
            /**
             * Format: int32
             * @description Places of the offices that state them.
             */
            places: number;
            /**
             * Format: int64
             * @description People it is for, rounded.
             */
            population?: number | null;
        };
        /** @description Codes for the day the second factor is lost, shown once. */
        RecoveryCodes: {
            /** @description Each opens once. */
            codes: string[];
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
        /** @description How an item is decided. */
        ReviewAnswer: {
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
        /** @description How many items of a kind are open. */
        ReviewKindCount: {
            /**
             * Format: int64
             * @description Open items.
             */
            count: number;
            /** @description Kind. */
            kind: string;
        };
        /** @description A page of the review queue. */
        ReviewPage: {
            /** @description Open items, oldest first. */
            items: components["schemas"]["ReviewView"][];
            /** @description Open items of the area by kind. */
            kinds: components["schemas"]["ReviewKindCount"][];
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
        /** @description A column. */
        RoleView: {
            /** @description Whether it counts only after a second factor. */
            needs_second_factor: boolean;
            /** @description Identifier. */
            role: string;
        };
        /** @description One row's answer. */
        RowAnswer: {
            /**
             * Format: uuid
             * @description The office.
             */
            office: string;
            star?: components["schemas"]["StarView"] | null;
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
        /** @description An office that could take a seat. */
        SeatSuggestion: {
            /** @description Its name. */
            name: string;
            /**
             * Format: uuid
             * @description The office.
             */
            office: string;
        };
        /** @description A seat. */
        SeatView: {
            /** @description Identifier within the forum. */
            code: string;
            /** @description English name. */
            en: string;
            /** @description Japanese name. */
            ja: string;
            /** @description Codes of services whose offices can take it. */
            services: string[];
        };
        /** @description How many offices of a service. */
        ServiceCount: {
            /** @description Offices. */
            offices: number;
            /** @description Code. */
            service: string;
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
        /** @description A service in the parts; `values` and `classes` in the order of the parts. */
        ServiceFigures: {
            /** @description The people it is measured against. */
            age: string;
            /** @description Whether nobody counted the people the service is for, and others stand for them. */
            age_is_substitute: boolean;
            /** @description The four breaks between the five classes; nothing for counts. */
            breaks?: number[] | null;
            /** @description `1` to `5`, `zero` or `no_data`. */
            classes: string[];
            /** @description Whether any file lists an office of it; else nothing is known of it. */
            is_listed: boolean;
            /** @description Whether it stands in the foreground: where people turn to first. */
            key: boolean;
            /**
             * Format: int32
             * @description Offices in the whole area.
             */
            offices: number;
            /** @description Service type. */
            service: string;
            /** @description Figures. */
            values: (number | null)[];
            /**
             * Format: double
             * @description The figure of the whole area; of everywhere the sum of counts, else what people have on average in the parts with a
             *     figure.
             */
            whole?: number | null;
            /** @description Parts without an office, those left out in which nobody was counted; 0 where nothing is known of the service. */
            without: number;
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
        /** @description Who is asking, and what they may do. */
        SessionView: {
            /** @description Whether visitors read the directory. */
            directory_is_public: boolean;
            /** @description Whether the installation sends mail. */
            mail: boolean;
            /** @description Actions that may be done somewhere, see `/permissions`. */
            may: string[];
            /** @description Actions that may be done to the installation as a whole. */
            may_everywhere: string[];
            /** @description Whether there is no account yet. */
            needs_setup: boolean;
            signed?: components["schemas"]["Signed"] | null;
            /** @description Name of the single sign-on; `null` when there is none. */
            single_sign_on?: string | null;
        };
        /** @description Sessions of one account. */
        Sessions: {
            /** @description Newest first. */
            items: components["schemas"]["ListedSession"][];
        };
        /** @description Answers to save. Rows not named stay as they are; sending the same twice is sending it once. */
        SheetAnswer: {
            /**
             * @description Agrees to who reads what. Without it nothing is saved.
             * @default false
             */
            consents: boolean;
            /**
             * @description By a keeper, from paper.
             * @default false
             */
            paper: boolean;
            /**
             * @description Rows that have changed.
             * @default []
             */
            rows: components["schemas"]["RowAnswer"][];
            /**
             * @description `finished`: this is all; `begun`: opened again; `refused`: the office does not take part, and what was answered
             *     is deleted.
             * @default null
             */
            state: string | null;
            /**
             * @description All agencies not listed; absent leaves them.
             * @default null
             */
            unlisted: components["schemas"]["UnlistedAgency"][] | null;
        };
        /** @description A cell that cannot be read. */
        SheetCellFault: {
            /** @description Cell as the program shows it (`F12`); empty for the whole file. */
            cell: string;
            /** @description Stable code. */
            reason: string;
            /** @description What to do. */
            remedy: string;
            /** @description Its value. */
            value: string;
        };
        /** @description Sheets by their codes. */
        SheetCodes: {
            /** @description Codes. */
            codes: string[];
        };
        /** @description What was read of one workbook. */
        SheetFileResult: {
            /** @description Code of the sheet it answers. */
            code?: string | null;
            /** @description What is wrong; then nothing of this file was saved. */
            faults: components["schemas"]["SheetCellFault"][];
            /** @description Name of the file. */
            file: string;
            /** @description Who answers. */
            office_name?: string | null;
            /** @description ☆ on it. */
            stars: number;
            /** @description Agencies on it that are not listed. */
            unlisted: number;
        };
        /** @description What was read of all of them. */
        SheetFileResults: {
            /** @description One for each file, in order. */
            items: components["schemas"]["SheetFileResult"][];
        };
        /** @description The sheets of a wave. */
        SheetList: {
            /** @description Awaited ones first, hubs before others; then by name. */
            items: components["schemas"]["SheetSummary"][];
        };
        /** @description What a finished sheet comes to: the respondent's own surroundings. */
        SheetOutcome: {
            /** @description 努力義務カバー率 for 居宅介護支援; empty for others. */
            duty: components["schemas"]["DutyView"][];
            /**
             * Format: int32
             * @description Sheets finished so far.
             */
            finished: number;
            /** @description Everybody it named or is named by. */
            neighbours: components["schemas"]["Neighbour"][];
            /**
             * Format: uuid
             * @description The respondent.
             */
            office: string;
            /** @description Its name. */
            office_name: string;
            /** @description Where it is. */
            position?: [
                number,
                number
            ] | null;
            /** @description Offices that named you and that you did not name, not yet asked about: はい, いいえ or 担当が違う. */
            questions: components["schemas"]["Neighbour"][];
            /**
             * Format: int32
             * @description Sheets of the wave.
             */
            sheets: number;
            /** @description Code of its system. */
            system: string;
        };
        /** @description One row of a sheet. */
        SheetRow: {
            /**
             * Format: double
             * @description Metres away.
             */
            distance_m?: number | null;
            /** @description Reading, hiragana. */
            kana?: string | null;
            /** @description Whether it had a ☆ in the wave before. */
            last_time: boolean;
            /** @description Name of its municipality. */
            municipality?: string | null;
            /** @description Its name. */
            name: string;
            /** @description Its number on paper; `null` for one found by search. */
            number?: number | null;
            /**
             * Format: uuid
             * @description The office.
             */
            office: string;
            /** @description Codes of its services. */
            services: string[];
            star?: components["schemas"]["StarView"] | null;
            /** @description Code of the system it stands under. */
            system: string;
        };
        /** @description Offices of the survey's area. */
        SheetRows: {
            /** @description Best match first. */
            items: components["schemas"]["SheetRow"][];
        };
        /** @description What was saved. */
        SheetSaved: {
            /** @description When (RFC 3339). */
            changed_at?: string | null;
            /** @description State after it. */
            state: string;
        };
        /** @description A sheet as its keeper lists it. */
        SheetSummary: {
            /** @description When it was last saved (RFC 3339). */
            changed_at?: string | null;
            /** @description Code: whoever has it may answer. */
            code: string;
            /** @description FAX. */
            fax?: string | null;
            /** @description Whether it was finished after the last day. */
            late: boolean;
            /** @description Name of its municipality. */
            municipality?: string | null;
            /** @description Its name. */
            name: string;
            /**
             * Format: int32
             * @description Other offices that have named it.
             */
            named_by: number;
            /**
             * Format: uuid
             * @description The office.
             */
            office: string;
            /** @description Telephone. */
            phone?: string | null;
            /** @description When it was last reminded. */
            reminded_at?: string | null;
            /** @description Codes of its services. */
            services: string[];
            /**
             * Format: int32
             * @description ☆ on it.
             */
            stars: number;
            /** @description `waiting`, `begun`, `finished`, `refused`, `withdrawn`. */
            state: string;
            /** @description System it is listed under. */
            system: string;
            /** @description `web`, `paper`, `spreadsheet`, `import`. */
            way?: string | null;
        };
        /** @description A sheet. */
        SheetView: {
            /** @description Whether closeness is asked. */
            ask_closeness: boolean;
            /** @description Whether frequency is asked. */
            ask_frequency: boolean;
            /** @description Whether kinds are asked. */
            ask_kinds: boolean;
            /** @description Whether answers are taken now. */
            can_answer: boolean;
            /** @description When it was last saved (RFC 3339). */
            changed_at?: string | null;
            /** @description Last day. */
            closes_on: string;
            /** @description Its code, in groups of four. */
            code: string;
            /** @description Who reads what. */
            consent: string;
            /** @description Whether the respondent has agreed to `consent`. */
            consented: boolean;
            /** @description Who answers questions. */
            contact: string;
            /** @description Greeting and purpose. */
            introduction: string;
            /**
             * Format: uuid
             * @description Who answers.
             */
            office: string;
            /** @description Its name. */
            office_name: string;
            /** @description First day answers are asked for. */
            opens_on: string;
            /** @description Offices to set ☆ beside: by system, the nearest first; then those found by search. */
            rows: components["schemas"]["SheetRow"][];
            /** @description `waiting`, `begun`, `finished`, `refused`, `withdrawn`. */
            state: string;
            /** @description Title of the survey. */
            title: string;
            /** @description Agencies the directory does not hold. */
            unlisted: components["schemas"]["UnlistedAgency"][];
            /**
             * Format: int32
             * @description Number of the wave.
             */
            wave_number: number;
            /** @description `draft`, `open`, `closed`. */
            wave_state: string;
        };
        /** @description One measure of every service, in the same parts of an area. */
        SideBySide: {
            area?: components["schemas"]["NamedCode"] | null;
            /**
             * Format: double
             * @description Its height.
             */
            height: number;
            /** @description Kind of the parts. */
            kind: string;
            /** @description Kinds there are inside the area, with few enough parts to be drawn. */
            kinds: components["schemas"]["AreaKindCount"][];
            /** @description Measure. */
            measure: string;
            /** @description The parts. */
            parts: components["schemas"]["PartOutline"][];
            /** @description Services in the order of the taxonomy. */
            services: components["schemas"]["ServiceFigures"][];
            /**
             * Format: double
             * @description Width of the small map, in units of the paths.
             */
            width: number;
        };
        /** @description What somebody gives to come in. */
        SignIn: {
            /** @description Six digits of the authenticator or a recovery code; asked for by the problem `code_needed`. */
            code?: string;
            /** @description Login. */
            login: string;
            /** @description Password. */
            password: string;
        };
        /** @description Somebody who is signed in. */
        Signed: {
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Login. */
            login: string;
            /** @description Name. */
            name: string;
            /** @description `given` in this session; `enrolled` but not given; `required` by a role and not enrolled; `none`. */
            second_factor: string;
            /** @description Whether roles wait for the second factor. */
            waiting: boolean;
        };
        /** @description An area like the chosen one. */
        SimilarArea: {
            /**
             * Format: double
             * @description Root mean square of the differences of z-scores of ln population, ageing and ln density; 0 is the same.
             */
            distance: number;
            /** @description The area, with the features it was compared by. */
            row: components["schemas"]["GapRow"];
            /** @description Supply and reach of the columns of services marked `key`, in their order. */
            services: components["schemas"]["SimilarService"][];
            /** @description Its prefecture or city. */
            within?: string | null;
        };
        /** @description A service of a similar area. */
        SimilarService: {
            /** @description Code of the column. */
            column: string;
            /**
             * Format: int32
             * @description Offices.
             */
            offices: number;
            /** @description Supply and reach. */
            reach: components["schemas"]["ReachFigures"];
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
        /** @description A place as it was understood. */
        SpotView: {
            /** @description The finest area named. */
            code: string;
            /** @description How to call it. */
            label: string;
            municipality?: components["schemas"]["NamedCode"] | null;
            /** @description `town`, `area`, `municipality` or `point`. */
            precision: string;
            /** @description The town, where known. */
            town?: string | null;
        };
        /** @description ☆ with what is told of it. */
        StarView: {
            /**
             * Format: int32
             * @description 1 name and face, 2 way of thinking, 3 trust.
             * @default null
             */
            closeness: number | null;
            /**
             * @description `1-2`, `3-5`, `6-11`, `12+` times in twelve months.
             * @default null
             */
            frequency: string | null;
            /**
             * @description `plan_exchange`, `information`, `conference`, `joint_visit`, `referral`, `training`.
             * @default []
             */
            kinds: string[];
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
        /** @description The partner's answer to a ☆ set between surveys. */
        StatementAnswer: {
            /** @description `yes`, `no`, `elsewhere`. */
            answer: string;
        };
        /** @description A ☆ set between surveys. */
        StatementView: {
            /** @description What the partner says: `yes`, `no`, `elsewhere`; `null` while nobody has said. */
            answer?: string | null;
            /** @description Until when. */
            ended_on?: string | null;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /**
             * Format: uuid
             * @description Who says it.
             */
            office: string;
            /** @description Its name. */
            office_name: string;
            /**
             * Format: uuid
             * @description Of whom.
             */
            partner: string;
            /** @description Its name. */
            partner_name: string;
            /** @description What. */
            star: components["schemas"]["StarView"];
            /** @description Since when. */
            stated_on: string;
        };
        /** @description 特長. */
        StrengthBody: {
            /**
             * @description In its own words.
             * @default null
             */
            note: string | null;
            /**
             * @description Code of a term.
             * @default
             */
            term: string;
        };
        /** @description An office that belongs together with another by a fact of the directory. */
        StructuralLink: {
            /** @description `organization`, `place`, `number`. */
            kind: string;
            /** @description Its name. */
            name: string;
            /**
             * Format: uuid
             * @description The other office.
             */
            office: string;
            /** @description Codes of its services. */
            services: string[];
        };
        /** @description What joins an office to others without anybody having worked together. Never counted as ties. */
        StructuralLinks: {
            /** @description By kind, then name. */
            items: components["schemas"]["StructuralLink"][];
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
        /** @description A suggested correction. */
        SuggestionInput: {
            /** @description How to reach who suggests, if they like. */
            contact?: string | null;
            /**
             * @description `name`, `kana`, `address`, `building`, `postal_code`, `place`, `phone`, `fax`, `url`, `email`, `number`,
             *     `organization`, `services`, `other`; `closed` when the office is gone.
             */
            field: string;
            /** @description Why, or where one knows it from. */
            note?: string | null;
            /** @description What it should be; may be empty for `other` and `closed`. */
            value?: string;
            /** @description Stays empty: people do not see it. */
            website?: string;
        };
        /** @description Completions of what is being typed. */
        SuggestionList: {
            /** @description Best first. */
            items: components["schemas"]["SuggestionView"][];
        };
        /** @description One completion. */
        SuggestionView: {
            /** @description Code of the service, area or term. */
            code?: string | null;
            /** @description What tells it from others: address, number of offices. */
            detail: string;
            /** @description Id of the office or organization. */
            id?: string | null;
            /** @description `office`, `organization`, `service`, `area` or `term`, a pair of the glossary. */
            kind: string;
            /** @description What to show. */
            label: string;
            /** @description Query it stands for. */
            q?: string | null;
        };
        /** @description What a keeper decides about a survey. */
        SurveyDesign: {
            /** @description Code of the area. */
            area: string;
            /** @description Whether closeness is asked. */
            ask_closeness: boolean;
            /** @description Whether frequency is asked. */
            ask_frequency: boolean;
            /** @description Whether kinds are asked. */
            ask_kinds: boolean;
            /** @description Who reads what. */
            consent: string;
            /** @description Who answers questions, where paper goes. */
            contact: string;
            /** @description Greeting and purpose. */
            introduction: string;
            /** @description Who is asked. */
            respondents: components["schemas"]["OfficeSelection"];
            /** @description Who can be named beside those who are asked. */
            roster: components["schemas"]["OfficeSelection"];
            /**
             * Format: int32
             * @description Rows of a sheet, 10–200; all others stand behind its search.
             */
            roster_size: number;
            /** @description Title, as respondents read it. */
            title: string;
        };
        /** @description The surveys somebody keeps. */
        SurveyList: {
            /** @description Oldest first. */
            items: components["schemas"]["SurveyView"][];
        };
        /** @description How many would be asked and could be named. */
        SurveyPreview: {
            /** @description Offices asked by service; an office of several counts at each. */
            by_service: components["schemas"]["ServiceCount"][];
            /** @description Nurse desks inside the area that sit in no office of the directory, and so cannot be asked. */
            desks_without_office: string[];
            /** @description Offices asked. */
            respondents: number;
            /** @description Offices that can be named, those asked among them. */
            roster: number;
        };
        /** @description A survey with its waves. */
        SurveyView: {
            /** @description Name of its area. */
            area_name: string;
            /** @description What its keeper decided; a wave keeps what it was made with. */
            design: components["schemas"]["SurveyDesign"];
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /** @description Its waves, the first first. */
            waves: components["schemas"]["WaveSummary"][];
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
        /** @description What takes a link up. */
        TakeUp: {
            /** @description Login of the first administrator; only for the set-up. */
            login?: string | null;
            /** @description Name of the first administrator; only for the set-up. */
            name?: string | null;
            /** @description The password from now on. */
            password: string;
            /** @description As in the link, or as typed from a slip. */
            token: string;
        };
        /** @description Systems and service types. */
        Taxonomy: {
            /** @description Service types in taxonomy order. */
            services: components["schemas"]["ServiceTypeView"][];
            /** @description Systems in the order of legends. */
            systems: components["schemas"]["SystemView"][];
        };
        /** @description A term for an entry. */
        TermView: {
            /** @description Code. */
            code: string;
            /** @description English name. */
            en: string;
            /** @description Terms shown together; empty for qualifications. */
            group?: string;
            /** @description Japanese name. */
            ja: string;
            /** @description Words by which it is searched. */
            words?: string[];
        };
        /** @description Terms and shelf lives. */
        Terms: {
            /** @description Codes of the strengths added here. */
            added: string[];
            /** @description 資格. */
            qualifications: components["schemas"]["TermView"][];
            /** @description Days for which a check holds, by group of fields. */
            shelf_lives: {
                [key: string]: number;
            };
            /** @description 特長, those of the program first. */
            strengths: components["schemas"]["TermView"][];
        };
        /** @description A tie and what became of it. */
        TieChange: {
            /** @description One side. */
            a: number;
            /** @description The other. */
            b: number;
            /** @description `gained`, `lost`, `kept`, `strengthened`, `newly_seen`, `no_longer_seen`. */
            change: string;
        };
        /** @description Ties of some offices. */
        TieFiguresView: {
            across_per_office?: components["schemas"]["TieRange"] | null;
            /**
             * Format: int32
             * @description Those that answered.
             */
            answered?: number | null;
            /**
             * Format: int32
             * @description Those asked: the n of the means.
             */
            asked: number;
            concentration?: components["schemas"]["TieRange"] | null;
            duty?: components["schemas"]["TieRange"] | null;
            /**
             * Format: int32
             * @description 居宅介護支援 that mean is of.
             */
            duty_offices: number;
            /**
             * Format: int32
             * @description Offices there are.
             */
            offices: number;
            /**
             * Format: double
             * @description Answered of asked, 0 to 1.
             */
            response_rate?: number | null;
            sole_bridges?: components["schemas"]["TieRange"] | null;
            /** @description Whether something is left out because too few offices or ties are behind it. */
            withheld: boolean;
            without_across?: components["schemas"]["TieRange"] | null;
        };
        /** @description What was read of a list of ties. */
        TieImport: {
            /**
             * Format: int64
             * @description Said twice.
             */
            duplicates: number;
            /** @description How offices were found. */
            matched: components["schemas"]["PartyCounts"];
            /** @description Rows refused; all others are written. */
            rejected: components["schemas"]["RejectionView"][];
            /** @description ☆ written. */
            reports: number;
            /** @description Sheets written, one for each reporter. */
            sheets: number;
        };
        /** @description From the ties both sides reported to those either side reported. */
        TieRange: {
            /**
             * Format: double
             * @description Ties either side reported; `null` where one-sided ties are too few to be told.
             */
            either?: number | null;
            /**
             * Format: double
             * @description Ties both sides reported.
             */
            mutual: number;
        };
        /** @description Ties before and after. */
        TieWhatIf: {
            /** @description The day the ties are as of. */
            as_of: string;
            /** @description Whether ties of one side are left out of every figure: with one office less they would tell whose they are. */
            certain_only: boolean;
            /** @description Offices that close. */
            closed: components["schemas"]["NamedId"][];
            /** @description Offices asked that gain their first. */
            joined: components["schemas"]["NamedId"][];
            /** @description Offices asked that lose their last partner of another system (of ties both sides reported). */
            left_alone: components["schemas"]["NamedId"][];
            /** @description Offices that meet; every two of them become tied. */
            meeting: components["schemas"]["NamedId"][];
            /** @description Pairs of these that have no tie both sides reported yet. */
            meeting_new: number;
            /** @description The area as a whole first, then its parts, by code. */
            rows: components["schemas"]["TieWhatIfRow"][];
            /** @description Pairs that become tied. */
            tied: components["schemas"]["NamedId"][][];
        };
        /** @description Ties of the offices of an area, before and after. */
        TieWhatIfRow: {
            /** @description As it would be. */
            after: components["schemas"]["TieFiguresView"];
            /** @description As it is. */
            before: components["schemas"]["TieFiguresView"];
            /** @description Code. */
            code: string;
            /** @description Name. */
            name: string;
            /** @description Whether it is the area as a whole. */
            whole: boolean;
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
        /** @description A town to put an office in. */
        TownChoice: {
            /** @description Its point. */
            at: components["schemas"]["Point"];
            /** @description Municipality it lies in. */
            municipality?: string | null;
            /** @description Name. */
            name: string;
        };
        /** @description Ties of which the same became. */
        TrendChange: {
            /** @description `gained`, `lost`, `kept`, `strengthened`, `newly_seen`, `no_longer_seen`. */
            change: string;
            /** @description How many; `null` where they are too few to be told. */
            ties?: number | null;
        };
        /** @description A service then and now. */
        TrendSupply: {
            /**
             * Format: int32
             * @description Offices with it.
             */
            after: number;
            /**
             * Format: int32
             * @description Offices before that edition came.
             */
            before: number;
            /** @description Code of the column. */
            column: string;
            /** @description Edition now. */
            edition: string;
            /**
             * Format: int32
             * @description Gone ones.
             */
            gone: number;
            /**
             * Format: int32
             * @description New ones.
             */
            new: number;
        };
        /** @description Ties in one wave. */
        TrendWave: {
            /**
             * Format: int32
             * @description Its number.
             */
            number: number;
            /** @description First day. */
            opens_on: string;
            /** @description Ties of the offices of the area. */
            ties: components["schemas"]["TieFiguresView"];
            /** @description Title of its survey. */
            title: string;
            /**
             * Format: uuid
             * @description The wave.
             */
            wave: string;
        };
        /** @description What undoing came to. */
        UndoView: {
            /** @description What has changed since and bars it: `service`, `correction.phone`, `review_item`, …. */
            changed: string[];
            /** @description Whether it was taken back. */
            undone: boolean;
        };
        /** @description An agency the directory does not hold. */
        UnlistedAgency: {
            /**
             * @description Name.
             * @default
             */
            name: string;
            /**
             * @description Telephone.
             * @default
             */
            phone: string;
            /**
             * @description Town or address.
             * @default
             */
            place: string;
            /**
             * @description What is told of it.
             * @default {
             *       "closeness": null,
             *       "frequency": null,
             *       "kinds": []
             *     }
             */
            star: components["schemas"]["StarView"];
        };
        /** @description Which office an agency is. */
        UnlistedFound: {
            /** @description Its place on the sheet, from 0. */
            number: number;
            /**
             * Format: uuid
             * @description The office it is; `null` drops it.
             */
            office?: string | null;
            /** @description Code of the sheet. */
            sheet: string;
        };
        /** @description An agency named that the directory does not hold. */
        UnlistedView: {
            /** @description Name. */
            name: string;
            /** @description Its place on the sheet, from 0. */
            number: number;
            /** @description Who names it. */
            office_name: string;
            /** @description Telephone. */
            phone: string;
            /** @description Town or address. */
            place: string;
            /** @description Code of the sheet that names it. */
            sheet: string;
        };
        /** @description A value to set by hand. */
        ValueInput: {
            /** @description `name`, `kana`, `address`, `building`, `postal_code`, `place`, `phone`, `fax`, `url`, `email`. */
            field: string;
            /** @description Why. */
            note?: string | null;
            /** @description The value the writer saw. */
            seen: string;
            /** @description The value; empty to clear. `place` as `lat,lon`. */
            value: string;
        };
        /** @description What a wave becomes. */
        WaveChange: {
            /** @description Its period. */
            period: components["schemas"]["WavePeriod"];
            /** @description `draft`, `open` or `closed`. A draft becomes open, an open wave closed; a closed one can be opened again. */
            state: string;
        };
        /** @description What was read of a wave's folder. */
        WaveImport: {
            /** @description How offices were found. */
            matched: components["schemas"]["PartyCounts"];
            /** @description Rows refused, the file before the column; all others are written. */
            rejected: components["schemas"]["RejectionView"][];
            /** @description ☆ written. */
            reports: number;
            /** @description Sheets written. */
            sheets: number;
            /**
             * Format: uuid
             * @description The survey it belongs to now.
             */
            survey: string;
            /**
             * Format: int32
             * @description Its number.
             */
            wave_number: number;
        };
        /** @description The period of a wave. */
        WavePeriod: {
            /** @description Last day. */
            closes_on: string;
            /** @description First day answers are asked for (`2026-04-01`). */
            opens_on: string;
        };
        /** @description A wave in few words. */
        WaveSummary: {
            /** @description Last day. */
            closes_on: string;
            /**
             * Format: int32
             * @description Sheets finished.
             */
            finished: number;
            /**
             * Format: uuid
             * @description Identity.
             */
            id: string;
            /**
             * Format: int32
             * @description 1 for the first.
             */
            number: number;
            /** @description First day answers are asked for. */
            opens_on: string;
            /**
             * Format: int32
             * @description Sheets.
             */
            sheets: number;
            /** @description `draft`, `open`, `closed`. */
            state: string;
        };
        /** @description A wave and how far it has come. */
        WaveView: {
            /** @description All sheets. */
            all: components["schemas"]["GroupProgress"];
            /** @description Name of the area. */
            area_name: string;
            /** @description By municipality. */
            by_area: components["schemas"]["GroupProgress"][];
            /** @description By system. */
            by_system: components["schemas"]["GroupProgress"][];
            /**
             * Format: double
             * @description Of the ties between two offices that both answered, the share both reported.
             */
            confirmation_rate?: number | null;
            /** @description What it asks. */
            design: components["schemas"]["SurveyDesign"];
            /** @description Ties both sides have reported. */
            mutual: number;
            /** @description ☆ set so far. */
            stars: number;
            /**
             * Format: uuid
             * @description Its survey.
             */
            survey: string;
            /** @description Agencies named that the directory does not hold. */
            unlisted: components["schemas"]["UnlistedView"][];
            /** @description In few words. */
            wave: components["schemas"]["WaveSummary"];
        };
        /** @description How ways are measured, and whom offices serve. */
        WaysView: {
            /**
             * Format: double
             * @description Kilometres travelled per great-circle kilometre, where no table of ways by road says how far it is.
             */
            detour: number;
            /** @description Offices that state where they work (通常の事業の実施地域): only people there count as reaching them. */
            offices_stating: number;
            /** @description Towns such a table knows; 0 without one. */
            towns_by_road: number;
        };
        /** @description Supply and reach of a service, before and after. */
        WhatIf: {
            /** @description What the figures rest on. */
            basis: components["schemas"]["WhatIfBasis"];
            /** @description Offices that close. */
            closed: components["schemas"]["NamedId"][];
            /** @description Offices that are put, in the order asked for. */
            placed: components["schemas"]["WhatIfPlace"][];
            /** @description The area as a whole first, then its parts, by code. */
            rows: components["schemas"]["WhatIfRow"][];
        };
        /** @description What figures of a service in an area rest on. */
        WhatIfBasis: {
            /** @description The people it is measured against: `all`, `0-17`, `18-64`, `65+`, `75+`, `85+`. */
            age: string;
            /** @description Whether nobody counted the people the service is for, and others stand for them. */
            age_is_substitute: boolean;
            /** @description The area. */
            area: components["schemas"]["NamedCode"];
            /**
             * Format: double
             * @description Catchment of E2SFCA, kilometres travelled.
             */
            catchment_km: number;
            /** @description When the figures as they are were computed (RFC 3339). */
            computed_at: string;
            /**
             * Format: double
             * @description Beyond this people are far, kilometres travelled.
             */
            far_km: number;
            /** @description The service. */
            service: string;
            /** @description Data sets the figures come from. */
            sources: components["schemas"]["CoverageSource"][];
            /** @description How ways are measured. */
            ways: components["schemas"]["WaysView"];
        };
        /** @description What can be chosen from in an area. */
        WhatIfChoices: {
            /** @description Whether there are more offices than are listed. */
            more_offices: boolean;
            /** @description Whether there are more towns than are listed: choose a smaller area. */
            more_towns: boolean;
            /** @description Offices of the service that stand in the area, by municipality and name. */
            offices: components["schemas"]["OfficeChoice"][];
            /** @description Towns, by municipality, in the order of the data set. */
            towns: components["schemas"]["TownChoice"][];
        };
        /** @description Supply and reach of a service in an area. */
        WhatIfFigures: {
            /**
             * Format: double
             * @description E2SFCA, offices per 1,000 people within reach.
             */
            enhanced?: number | null;
            /**
             * Format: double
             * @description Share of the people farther than `far_km` from every office, 0 to 1.
             */
            far_share?: number | null;
            /**
             * Format: double
             * @description Mean way to the nearest office, kilometres travelled.
             */
            nearest_km?: number | null;
            /**
             * Format: int32
             * @description Offices.
             */
            offices: number;
            /**
             * Format: double
             * @description Offices per 1,000 people.
             */
            per_1000?: number | null;
            /**
             * Format: int32
             * @description Places of the offices that state them.
             */
            places: number;
            /**
             * Format: double
             * @description Places per 1,000 people.
             */
            places_per_1000?: number | null;
            /**
             * Format: int32
             * @description Offices that state their places.
             */
            stating: number;
        };
        /** @description An office that is put somewhere. */
        WhatIfPlace: {
            /** @description Where. */
            at: components["schemas"]["Point"];
            /**
             * Format: int32
             * @description Places it has; `null` when it states none.
             */
            capacity?: number | null;
            /** @description Municipality of that town. */
            municipality?: string | null;
            /** @description The nearest town: the office counts for the areas that town lies in. */
            town: string;
        };
        /** @description An area before and after. */
        WhatIfRow: {
            /** @description As it would be. */
            after: components["schemas"]["WhatIfFigures"];
            /** @description As it is. */
            before: components["schemas"]["WhatIfFigures"];
            center?: components["schemas"]["Point"] | null;
            /** @description Code. */
            code: string;
            /** @description Codes of the areas to colour. */
            drawn: string[];
            /** @description Name. */
            name: string;
            /**
             * Format: int64
             * @description People the service is for, rounded; `null` where nobody counted them.
             */
            population?: number | null;
            /** @description Whether it is the area as a whole. */
            whole: boolean;
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
