// Generated from api/openapi.yaml by `npm run api-types`. Never edited.

export interface paths {
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["get_session"];
        put?: never;
        /** Sign in */
        post: operations["sign_in"];
        /** Sign out */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a password by an invitation */
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one's own password; ends every session */
        put: operations["change_own_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A new secret for one's authenticator app; the one in use stays until the new one is confirmed */
        put: operations["begin_second_factor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put the new secret in use with its first code; ends every other session */
        put: operations["confirm_second_factor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/second-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take one's authenticator app out of use; ends every other session */
        put: operations["remove_app"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's passkeys, oldest first */
        get: operations["list_passkeys"];
        put?: never;
        /** Put a passkey in use that a device has made; ends every other session */
        post: operations["add_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkeys/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Something for one of one's passkeys to sign, before a change to one's account */
        post: operations["ask_for_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkeys/beginning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What a device needs to make a passkey */
        put: operations["begin_passkey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkeys/{id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Remove one of one's passkeys; ends every other session */
        put: operations["remove_passkey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which identity providers people may sign on by; most often none */
        get: operations["list_sign_on_providers"];
        put?: never;
        /**
         * Begin to sign on by a provider; a cookie binds it to this browser
         * @description Answers 404 where there are no providers, as the two that follow do.
         */
        post: operations["begin_sign_on"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-on/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the provider sent the browser back with; once for each state
         * @description Refuses with second_factor_needed when a code of Waymark's own is to be given at /sign-on/code.
         */
        post: operations["finish_sign_on"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-on/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The code of one's second factor, where the provider proved none */
        post: operations["give_sign_on_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Areas, agencies and teams in force, for forms */
        get: operations["get_directory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who can be given work */
        get: operations["get_colleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The programmes on offer today */
        get: operations["get_programmes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/programmes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One programme version with a hub's extension
         * @description Without a version, the one in force today. With an area, that hub's extension is merged in.
         */
        get: operations["get_programme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is waiting today for the person who asks */
        get: operations["get_my_work"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Referrals, oldest waiting first or latest decided first */
        get: operations["list_referrals"];
        put?: never;
        /** Start a draft */
        post: operations["start_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/referrals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One referral */
        get: operations["get_referral"];
        /** Save a draft as it is being written */
        put: operations["save_referral_draft"];
        post?: never;
        /** Throw away one's own draft */
        delete: operations["discard_referral_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/referrals/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a draft to the hub's queue */
        post: operations["send_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/referrals/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Make somebody responsible for deciding it */
        put: operations["set_referral_owner"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/referrals/{id}/people/{person}/choice": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the person's entry in the referral */
                person: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Record whether somebody named in the referral is a person already on record */
        put: operations["choose_referral_person"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/referrals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a referral; accepting opens a case or adds to one */
        post: operations["decide_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/referrals/{id}/referrer-told": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Record that the referrer heard what was decided */
        put: operations["record_referrer_told"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** People already on record who may be the one described */
        post: operations["match_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a person on record, to be added to a case */
        post: operations["create_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One person, with their cases that the reader may see */
        get: operations["get_person"];
        /** Correct a person's details */
        put: operations["update_person"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/interests": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare that a colleague, or oneself, knows a person outside their work
         * @description From then on that person, whoever is in a case with them, and those cases do not exist for that user.
         */
        post: operations["declare_interest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conflicts of interest that hold, of people whom the reader sees, without the reader's own */
        get: operations["list_interests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interests/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Record that a conflict of interest no longer holds */
        put: operations["end_interest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Places already on record that may be the one described */
        post: operations["match_places"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a place on record */
        post: operations["create_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One place, with its cases that the reader may see */
        get: operations["get_place"];
        /** Correct a place */
        put: operations["update_place"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, places and cases by any part */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases, latest opened first; with `due`, soonest due first */
        get: operations["list_cases"];
        put?: never;
        /** Open a case without a referral, such as one about a place on the map */
        post: operations["open_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One case, as the case page shows it first */
        get: operations["get_case"];
        /** Change the title or who leads */
        put: operations["update_case"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The programme's own fields of the case */
        get: operations["get_case_answers"];
        /** Set the programme's own fields */
        put: operations["set_case_answers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Move the case to another stage */
        put: operations["move_case"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Hand the case to another hub */
        put: operations["transfer_case"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Close the case with its closing measures
         * @description Refused with every obstacle at once. The closing measures, the answers to what the programme
         *     asks at closing (its fields with `closing` in `required_at`) and a result for every agreed
         *     outcome that has none yet go in the same request, so that one form can ask all of it and no
         *     case is closed unmeasured. Mistakes in them are named `measures.CODE`, `answers.FIELD` and
         *     `goals.ID`. Answers that are already recorded need not be sent again.
         */
        put: operations["close_case"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Open a closed case again */
        put: operations["reopen_case"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a person on record to the case */
        post: operations["add_case_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/people/{link}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        get?: never;
        /** Record that a person is no longer part of the case */
        put: operations["end_case_person"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/places": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a place on record to the case */
        post: operations["add_case_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/places/{link}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        get?: never;
        /** Record that a place is no longer part of the case */
        put: operations["end_case_place"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/partners": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring an agency, or one of its teams, into the case */
        post: operations["bring_in_partner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/partners/{link}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        get?: never;
        /** Put anew on what ground, and until when, an agency takes part in the case */
        put: operations["renew_partner"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/partners/{link}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        get?: never;
        /** End an agency's part in the case */
        put: operations["end_partner"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** With whom the case is or was shared, partners among them */
        get: operations["list_sharing"];
        put?: never;
        /** Share the case with an agency, a team or one person */
        post: operations["share_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/sharing/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        get?: never;
        /** Share less of the case, or for less long */
        put: operations["narrow_sharing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/sharing/{link}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        get?: never;
        /** Stop sharing the case with them */
        put: operations["end_sharing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shared-in-part": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases that the reader knows in part
         * @description That they exist and whom to ring, or a summary. What the depth does not give is null.
         */
        get: operations["list_shared_in_part"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Information sharing agreements, and what may be chosen of purposes and gateways */
        get: operations["list_agreements"];
        put?: never;
        /** Record an information sharing agreement */
        post: operations["create_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One agreement */
        get: operations["get_agreement"];
        /** Change an agreement */
        put: operations["change_agreement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the reader asked to be let into, and what waits for their decision */
        get: operations["list_access_requests"];
        put?: never;
        /**
         * Ask to be let into a case of which one was told the reference
         * @description Taken alike whether there is such a case or none: only a decision tells.
         */
        post: operations["ask_for_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-requests/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Let who asked into the case, or refuse */
        put: operations["decide_access_request"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emergency-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases opened in an emergency, of those that the reader sees, without the reader's own */
        get: operations["list_emergencies"];
        put?: never;
        /** Open a case that one does not see, for some minutes, to oneself alone */
        post: operations["open_in_emergency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emergency-access/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Record whether it was right to open the case */
        put: operations["review_emergency"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/chronology": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** What happened, latest first */
        get: operations["get_chronology"];
        put?: never;
        /** Add a note, a contact or an incident */
        post: operations["add_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/risk-assessments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Every assessment with its answers, latest first */
        get: operations["get_risk_assessments"];
        put?: never;
        /** Assess the risk with the programme's questionnaire */
        post: operations["assess_risk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The plan, soonest due first */
        get: operations["get_actions"];
        put?: never;
        /** Agree an action */
        post: operations["add_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/actions/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        get?: never;
        /** Change an action that is still open */
        put: operations["update_action"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/actions/{link}/result": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        get?: never;
        /** Record how an action ended */
        put: operations["record_action_result"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Reviews, latest first */
        get: operations["get_reviews"];
        put?: never;
        /**
         * Record a review, with its measures
         * @description The answers to what the programme asks at review (its fields with `review` in `required_at`)
         *     may go in the same request. Mistakes in them are named `answers.FIELD`. Answers that are
         *     already recorded need not be sent again.
         */
        post: operations["record_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/victim-updates": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** What was promised to victims, and what was given */
        get: operations["get_victim_updates"];
        put?: never;
        /** Agree with a victim how and how often they will hear */
        post: operations["agree_victim_updates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/victim-updates/{link}/updates": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record an update given, tried or declined */
        post: operations["record_victim_update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Measures, goals and demand before and after */
        get: operations["get_outcomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/outcomes/measures": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the measures at opening
         * @description At a review or at closing they go with the review or the closure.
         */
        post: operations["record_measures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/outcomes/goals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree an outcome to aim for */
        post: operations["agree_goal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/outcomes/goals/{link}/result": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        get?: never;
        /** Record whether an agreed outcome was met */
        put: operations["record_goal_result"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Who changed the case, and, for those who may know, who read it */
        get: operations["get_case_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Who changed or looked at a person's record, also in lists and on cases; for whoever answers for the whole partnership */
        get: operations["get_person_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Who changed or looked at a place's record, also in lists and on cases; for whoever answers for the whole partnership */
        get: operations["get_place_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * What somebody did and looked at between two days, for whoever answers for the whole partnership
         * @description What is about a record that the reader may not see is left out, so a page may hold fewer than were asked for.
         */
        get: operations["get_user_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/audit/extract": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Who changed or looked at a case between two days, with proofs, for a regulator
         * @description Both days are in it, 366 at most; a file that proves itself with the log's public key. It ends with the newest signed head. More than 10,000 entries are refused.
         */
        get: operations["extract_case_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/audit/extract": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Who changed or looked at a person's record between two days, with proofs, for a regulator
         * @description Both days are in it, 366 at most; a file that proves itself with the log's public key. It ends with the newest signed head. More than 10,000 entries are refused.
         */
        get: operations["extract_person_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/{id}/audit/extract": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Who changed or looked at a place's record between two days, with proofs, for a regulator
         * @description Both days are in it, 366 at most; a file that proves itself with the log's public key. It ends with the newest signed head. More than 10,000 entries are refused.
         */
        get: operations["extract_place_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/looks/extract": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * What somebody did and looked at between two days, with proofs, for a regulator
         * @description Both days are in it, 366 at most; a file that proves itself with the log's public key. It ends with the newest signed head. More than 10,000 entries are refused.
         */
        get: operations["extract_user_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the audit is signed, and seen by witnesses of other agencies */
        get: operations["get_audit_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What whoever asks must know at once, newest first; those not seen yet come first */
        get: operations["list_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Mark one's own notice as seen */
        put: operations["see_notice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that something in a case was wrong, to everybody who opened it */
        post: operations["correct_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The letters about a case, newest first */
        get: operations["list_letters"];
        put?: never;
        /**
         * Write a letter to somebody in a case, or to who acts for them
         * @description Refused while it tells the recipient what they must not get (`tells_too_much`; checking it says what). To the side of whoever is said to cause harm it waits for a second person.
         */
        post: operations["write_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{id}/letters/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What in a letter its recipient must not get */
        post: operations["check_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A letter as it goes */
        get: operations["get_letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Agree, or not, as a second person, that a letter goes */
        put: operations["decide_letter"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/safe-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Whether one's agency keeps a safe address for the person; never where it is */
        get: operations["get_safe_address"];
        put?: never;
        /**
         * Keep where somebody is hidden, sealed
         * @description There is no key for sending it again, since what is kept to know a request by would be a digest of the address; a second one is refused with already_kept.
         */
        post: operations["seal_safe_address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/safe-addresses/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Keep it no longer; nobody can read it from then on */
        put: operations["end_safe_address"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/safe-addresses/{id}/reveals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a second person of one's agency to be shown a safe address */
        post: operations["ask_for_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/safe-address-reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asked one's agency to be shown a safe address, and what was decided */
        get: operations["list_reveals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/safe-address-reveals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Agree, or not, that a colleague is shown a safe address for fifteen minutes */
        put: operations["decide_reveal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/safe-address-reveals/{id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The safe address, for who asked, while the time that was given lasts */
        get: operations["look_at_safe_address"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/witness/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The newest signed head of the audit, for a witness, with the proof that it continues the one held */
        post: operations["get_checkpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/witness/cosignature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the signature of a witness over a head of the audit */
        post: operations["keep_cosignature"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hubs/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A hub's open work, flow and outcomes, computed live */
        get: operations["get_hub_picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hubs/{id}/picture/rows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The cases behind one figure */
        get: operations["get_hub_picture_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/map/boundaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Outlines for drawing */
        get: operations["get_boundaries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/map/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recorded incidents by month and area */
        get: operations["get_incident_months"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/map/hot-spots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cells with more incidents than chance allows */
        get: operations["get_hot_spots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/map/repeat-locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Locations with incidents again and again, ranked fairly */
        get: operations["get_repeat_locations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/committee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The committee report for a period */
        get: operations["get_committee_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/committee/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same report as one accessible HTML page for printing */
        get: operations["get_committee_report_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/committee/tables/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One table of the report as CSV */
        get: operations["get_committee_report_table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases the reader may see, as CSV, streamed */
        get: operations["export_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users by name */
        get: operations["list_users"];
        put?: never;
        /** Add a user */
        post: operations["create_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One user */
        get: operations["get_user"];
        /** Change a user; ends their sessions */
        put: operations["update_user"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Make a link by which a user chooses a password; it needs the code of whoever approves it */
        put: operations["invite_user"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/users/{id}/second-factor-reset": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Take a user's second factor away, so that they set up another; ends their sessions */
        put: operations["reset_second_factor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/users/{id}/sign-on-reset": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Unlink a user from who they are at their agency's provider; ends their sessions */
        put: operations["reset_sign_on"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles, invitations and accounts that wait for the asker to decide */
        get: operations["list_account_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account-approvals/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Approve or refuse a role that somebody else proposed */
        put: operations["decide_role"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account-approvals/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Say that an account is needed for another quarter, or end it at once */
        put: operations["decide_account"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account-approvals/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Approve a user's invitation, and have the code that goes with its link */
        put: operations["approve_invitation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of partners' own systems that the asker decides about */
        get: operations["list_system_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/system-accounts/{id}/token": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Make a token for a system's account, in place of the one it has */
        put: operations["make_system_token"];
        post?: never;
        /** End the token of a system's account at once */
        delete: operations["end_system_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every area, former ones too */
        get: operations["list_areas"];
        put?: never;
        /** Add an area */
        post: operations["create_area"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/areas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Change an area */
        put: operations["update_area"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every agency, former ones too */
        get: operations["list_agencies"];
        put?: never;
        /** Add an agency */
        post: operations["create_agency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/agencies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Change an agency */
        put: operations["update_agency"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every team, former ones too */
        get: operations["list_teams"];
        put?: never;
        /** Add a team */
        post: operations["create_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Change a team */
        put: operations["update_team"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/administration/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles there are, and where each may be held */
        get: operations["list_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description */
        get: operations["get_openapi"];
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
        Grant: {
            id: string;
            to_kind: string;
            to_id: string;
            to_name: string;
            to_agency_name: string;
            /** @enum {string} */
            depth: "existence" | "summary" | "content";
            purpose: string;
            gateway: string;
            agreement_title: string | null;
            reason: string;
            /** @enum {string} */
            origin: "given" | "partner" | "asked" | "emergency";
            given_by_name: string;
            given_at: string;
            until: string;
            ends_on: string | null;
            ended_at: string | null;
            ending: string | null;
            end_reason: string;
            revision: number;
        };
        CaseInPart: {
            reference: string;
            /** @enum {string} */
            depth: "existence" | "summary" | "content";
            area_name: string;
            lead_agency_name: string;
            lead_user_name: string | null;
            lead_user_phone: string | null;
            programme_code: string | null;
            title: string | null;
            stage: string | null;
            risk_band: string | null;
            is_open: boolean | null;
            opened_on: string | null;
            closed_on: string | null;
            next_review_on: string | null;
        };
        SharingCode: {
            code: string;
            name: string;
            source: string;
        };
        Agreement: {
            id: string;
            title: string;
            covers: string;
            starts_on: string;
            review_on: string;
            ends_on: string;
            in_force: boolean;
            review_due: boolean;
            parties: {
                id: string;
                name: string;
            }[];
            purposes: string[];
            gateways: string[];
            revision: number;
        };
        AgreementBody: {
            title: string;
            covers: string;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            review_on: string;
            /** Format: date */
            ends_on: string;
            parties: string[];
            purposes: string[];
            gateways: string[];
        };
        AccessRequest: {
            id: string;
            reference: string;
            user_name: string;
            agency_id: string;
            agency_name: string;
            /** @enum {string} */
            depth: "existence" | "summary" | "content";
            purpose: string;
            reason: string;
            asked_at: string;
            answer_due_on: string;
            decision: string | null;
            answer: string;
            revision: number;
        };
        Emergency: {
            id: string;
            case_id: string;
            case_reference: string;
            user_name: string;
            agency_name: string;
            reason: string;
            opened_at: string;
            until: string;
            review_due_on: string;
            finding: string | null;
            note: string;
            reviewed_by_name: string | null;
            revision: number;
        };
        /** @description What navigator.credentials.get gives, as base64url without padding */
        Assertion: {
            credential_id: string;
            client_data: string;
            authenticator_data: string;
            signature: string;
        };
        PasskeyQuestion: {
            /** @description 32 random bytes as base64url */
            challenge: string;
            relying_party_id: string;
            credential_ids: string[];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            request_id?: string;
            fields?: {
                field: string;
                code: string;
            }[];
            /** @description What changed since the revision that was sent, with 412 */
            changes?: {
                at: string;
                by: string;
                fields: string[];
            }[];
            revision?: number;
            /** @description What a passkey may answer to, with 401 at sign-in when the password was right */
            passkeys?: components["schemas"]["PasskeyQuestion"];
        };
        Session: {
            user_id: string;
            name: string;
            agency_id: string;
            agency_name: string;
            partnership_name: string;
            is_demo: boolean;
            permissions: string[];
            area_ids: string[];
            sees_partnership: boolean;
            /**
             * @description Needed: nothing else may be done until one is set up
             * @enum {string}
             */
            second_factor: "on" | "off" | "needed";
            csrf_token: string;
            /** Format: date */
            today: string;
        };
        Area: {
            id: string;
            code: string;
            name: string;
            gss_code: string;
            /** Format: date */
            valid_from: string;
            valid_to: string | null;
            revision: number;
        };
        AreaBody: {
            code: string;
            name: string;
            gss_code?: string;
            /** Format: date */
            valid_from: string;
            valid_to?: string | null;
        };
        Agency: {
            id: string;
            code: string;
            name: string;
            kind: string;
            /** Format: date */
            valid_from: string;
            valid_to: string | null;
            revision: number;
        };
        AgencyBody: {
            code: string;
            name: string;
            kind: string;
            /** Format: date */
            valid_from: string;
            valid_to?: string | null;
        };
        Team: {
            id: string;
            agency_id: string;
            area_id: string | null;
            name: string;
            /** Format: date */
            valid_from: string;
            valid_to: string | null;
            revision: number;
        };
        TeamBody: {
            agency_id: string;
            area_id?: string | null;
            name: string;
            /** Format: date */
            valid_from: string;
            valid_to?: string | null;
        };
        Colleague: {
            id: string;
            name: string;
            agency_id: string;
            agency_name: string;
            job_title: string;
        };
        RoleHeld: {
            role: string;
            /** @enum {string} */
            held_at: "partnership" | "area" | "team";
            held_at_id: string;
            /** Format: date */
            valid_from: string;
            valid_to?: string | null;
        };
        RoleShown: {
            role: string;
            /** @enum {string} */
            held_at: "partnership" | "area" | "team";
            held_at_id: string;
            /** Format: date */
            valid_from: string;
            valid_to: string | null;
            /** @description For somebody to approve it; it counts for nothing until then */
            waits: boolean;
        };
        RoleWithPlace: {
            role: string;
            /** @enum {string} */
            held_at: "partnership" | "area" | "team";
            held_at_id: string;
            /** Format: date */
            valid_from: string;
            valid_to: string | null;
            waits: boolean;
            /** @description Null for the whole partnership */
            place_name: string | null;
        };
        ApiToken: {
            permissions: string[];
            /** Format: date */
            made_on: string;
            /** Format: date */
            ends_on: string;
            last_used_on: string | null;
        };
        AccountPerson: {
            id: string;
            name: string;
            email: string;
            job_title: string;
            phone: string;
            agency_name: string;
            /** Format: date */
            valid_from: string;
            valid_to: string | null;
        };
        User: {
            id: string;
            agency_id: string;
            email: string;
            name: string;
            job_title: string;
            phone: string;
            /** Format: date */
            valid_from: string;
            valid_to: string | null;
            /** @enum {string} */
            kind: "person" | "system";
            /** @description From this day on it is not in force until it is confirmed */
            lapses_on: string | null;
            revision: number;
            roles: components["schemas"]["RoleShown"][];
        };
        UserBody: {
            agency_id: string;
            name: string;
            job_title?: string;
            phone?: string;
            /** Format: date */
            valid_from: string;
            valid_to?: string | null;
            roles: components["schemas"]["RoleHeld"][];
        };
        NewUserBody: {
            email: string;
            /**
             * @description A system asks by a token; person unless given
             * @enum {string}
             */
            kind?: "person" | "system";
            agency_id: string;
            name: string;
            job_title?: string;
            phone?: string;
            /** Format: date */
            valid_from: string;
            valid_to?: string | null;
            roles: components["schemas"]["RoleHeld"][];
        };
        Option: {
            code: string;
            label: string;
        };
        Programme: {
            code: string;
            version: string;
            extension: string;
            title: string;
            summary: string;
            stages: {
                code: string;
                label: string;
                may_move_to: string[];
                closed: boolean;
            }[];
            fields: {
                code: string;
                label: string;
                hint: string;
                section: string;
                /** @enum {string} */
                type: "text" | "long_text" | "date" | "number" | "yes_no_unknown" | "choice" | "choices";
                options: components["schemas"]["Option"][];
                required_at: ("opening" | "review" | "closing")[];
                core: boolean;
            }[];
            questionnaire: {
                code: string;
                version: string;
                title: string;
                source: string;
                override_reasons: components["schemas"]["Option"][];
                questions: {
                    code: string;
                    text: string;
                    help: string;
                    core: boolean;
                    answers: {
                        code: string;
                        label: string;
                        weight: number;
                    }[];
                }[];
                bands: {
                    code: string;
                    label: string;
                    from_score: number;
                    reassess_days: number;
                }[];
            };
            measures: {
                code: string;
                label: string;
                question: string;
                /** @enum {string} */
                kind: "band" | "score" | "scale" | "choice" | "number";
                lowest: number;
                highest: number;
                options: components["schemas"]["Option"][];
            }[];
            sections: components["schemas"]["Option"][];
            not_taken_reasons: components["schemas"]["Option"][];
            not_told_reasons: components["schemas"]["Option"][];
            referral_decisions: components["schemas"]["Option"][];
            action_results: components["schemas"]["Option"][];
            outcome_results: components["schemas"]["Option"][];
            person_roles: components["schemas"]["Option"][];
            subject_kinds: components["schemas"]["Option"][];
            classes: components["schemas"]["Option"][];
            intake_sources: components["schemas"]["Option"][];
            tools: components["schemas"]["Option"][];
            closing_reasons: components["schemas"]["Option"][];
            update_channels: components["schemas"]["Option"][];
            timings: {
                triage_working_days: number;
                review_every_days: number;
                victim_update_every_days: number;
            };
        };
        PersonBody: {
            given_names: string;
            family_name: string;
            date_of_birth?: string | null;
            /** @enum {string} */
            date_of_birth_note?: "" | "exact" | "estimated" | "not_known";
            /** @enum {string} */
            gender?: "female" | "male" | "other" | "prefer_not_to_say" | "not_known";
            phone?: string;
            /** @enum {string} */
            phone_is_safe?: "yes" | "no" | "not_known";
            email?: string;
            /** @enum {string} */
            email_is_safe?: "yes" | "no" | "not_known";
            safe_contact?: string;
            needs?: string;
            aliases?: {
                given_names: string;
                family_name: string;
                /** @enum {string} */
                kind: "also_known_as" | "former_name" | "nickname";
            }[];
            addresses?: {
                line: string;
                town?: string;
                postcode?: string;
                place_id?: string | null;
                from_on?: string | null;
                to_on?: string | null;
            }[];
        };
        PersonSummary: {
            id: string;
            given_names: string;
            family_name: string;
            date_of_birth: string | null;
            /** @description Current address as one line, or empty */
            address: string;
            /** @description Open cases of theirs that the reader may see */
            open_cases: number;
        };
        Person: {
            given_names: string;
            family_name: string;
            date_of_birth: string | null;
            /** @enum {string} */
            date_of_birth_note: "" | "exact" | "estimated" | "not_known";
            /** @enum {string} */
            gender: "female" | "male" | "other" | "prefer_not_to_say" | "not_known";
            phone: string;
            /** @enum {string} */
            phone_is_safe: "yes" | "no" | "not_known";
            email: string;
            /** @enum {string} */
            email_is_safe: "yes" | "no" | "not_known";
            safe_contact: string;
            needs: string;
            aliases: {
                given_names: string;
                family_name: string;
                /** @enum {string} */
                kind: "also_known_as" | "former_name" | "nickname";
            }[];
            addresses: {
                line: string;
                town?: string;
                postcode?: string;
                place_id?: string | null;
                from_on?: string | null;
                to_on?: string | null;
            }[];
            id: string;
            revision: number;
            cases: components["schemas"]["CaseOfRecord"][];
        };
        CaseOfRecord: {
            case_id: string;
            reference: string;
            title: string;
            is_open: boolean;
            stage: string;
            role: string;
            /** Format: date */
            opened_on: string;
        };
        Reason: {
            field: string;
            /** @enum {string} */
            agreement: "same" | "close" | "different" | "missing";
            code: string;
        };
        PersonMatch: {
            person: components["schemas"]["Person"];
            /** @enum {string} */
            band: "likely" | "possible";
            score: number;
            reasons: components["schemas"]["Reason"][];
        };
        PlaceBody: {
            /** @enum {string} */
            kind: "address" | "premises" | "street" | "open_space";
            name?: string;
            line?: string;
            locality?: string;
            town?: string;
            postcode?: string;
            uprn?: string;
            longitude?: number | null;
            latitude?: number | null;
            area_id?: string | null;
        };
        PlaceSummary: {
            id: string;
            kind: string;
            name: string;
            line: string;
            town: string;
            postcode: string;
            open_cases: number;
        };
        Place: {
            /** @enum {string} */
            kind: "address" | "premises" | "street" | "open_space";
            name: string;
            line: string;
            locality: string;
            town: string;
            postcode: string;
            uprn: string;
            longitude: number | null;
            latitude: number | null;
            area_id: string | null;
            id: string;
            revision: number;
            cases: components["schemas"]["CaseOfRecord"][];
        };
        PlaceMatch: {
            place: components["schemas"]["Place"];
            /** @enum {string} */
            band: "likely" | "possible";
            score: number;
            reasons: components["schemas"]["Reason"][];
        };
        /** @description The form as typed so far; any of ReferralBody's fields, not yet checked. */
        DraftBody: {
            form: Record<string, never>;
        };
        ReferralPersonBody: {
            role: string;
            given_names?: string;
            family_name?: string;
            date_of_birth?: string | null;
            phone?: string;
            email?: string;
            address_line?: string;
            town?: string;
            postcode?: string;
            /**
             * @description What the referrer chose when matches were shown
             * @enum {string}
             */
            choice?: "" | "known" | "new" | "none_shown";
            person_id?: string | null;
            shown?: string[];
        };
        ReferralBody: {
            area_id: string;
            /** @enum {string} */
            source_kind: "agency" | "public";
            source: string;
            /** @enum {string} */
            channel?: "" | "phone" | "email" | "counter" | "web_form" | "letter" | "meeting" | "in_waymark";
            referrer_name?: string;
            referrer_contact?: string;
            referrer_agency_id?: string | null;
            /** @enum {string} */
            how_known: "saw_it" | "told_by_victim" | "told_by_other" | "records";
            programme_code: string;
            subject_kind: string;
            class?: string;
            what_happened: string;
            where_happened?: string;
            place_id?: string | null;
            happened_on?: string | null;
            happened_note?: string;
            how_often?: string;
            /** @enum {string} */
            risk_now: "yes" | "no" | "not_known";
            risk_now_note?: string;
            /** @enum {string} */
            consent: "given" | "refused" | "not_asked" | "not_needed";
            safe_contact?: string;
            people: components["schemas"]["ReferralPersonBody"][];
        };
        ReferralPerson: {
            role: string;
            given_names: string;
            family_name: string;
            date_of_birth: string | null;
            phone: string;
            email: string;
            address_line: string;
            town: string;
            postcode: string;
            /**
             * @description What the referrer chose when matches were shown
             * @enum {string}
             */
            choice: "" | "known" | "new" | "none_shown";
            person_id: string | null;
            shown?: string[];
            id: string;
            choice_at: string | null;
            choice_by: string | null;
        };
        Referral: {
            id: string;
            reference: string | null;
            /** @enum {string} */
            state: "draft" | "waiting" | "decided";
            /** @description What was typed so far, of a draft */
            form: Record<string, never> | null;
            area_id: string | null;
            source_kind: string;
            source: string;
            channel: string;
            referrer_name: string;
            referrer_contact: string;
            referrer_agency_id: string | null;
            how_known: string;
            programme_code: string;
            subject_kind: string;
            class: string;
            what_happened: string;
            where_happened: string;
            place_id: string | null;
            happened_on: string | null;
            happened_note: string;
            how_often: string;
            risk_now: string;
            risk_now_note: string;
            consent: string;
            safe_contact: string;
            people: components["schemas"]["ReferralPerson"][];
            received_at: string | null;
            triage_due_on: string | null;
            overdue: boolean;
            owner_user_id: string | null;
            owner_name: string | null;
            escalated_at: string | null;
            decision: string | null;
            decision_reason: string;
            decided_at: string | null;
            decided_by_name: string | null;
            /** @description Null also when the reader may not see the case */
            case_id: string | null;
            case_reference: string | null;
            referrer_told_on: string | null;
            referrer_told_how: string;
            revision: number;
            created_at: string;
            created_by_name: string;
            may_triage: boolean;
        };
        ReferralSummary: {
            id: string;
            reference: string | null;
            state: string;
            area_id: string | null;
            programme_code: string;
            subject_kind: string;
            class: string;
            source: string;
            risk_now: string;
            received_at: string | null;
            triage_due_on: string | null;
            overdue: boolean;
            age_days: number;
            owner_name: string | null;
            escalated: boolean;
            decision: string | null;
            /** @description The first words of what happened */
            headline: string;
            created_at: string;
        };
        CaseSummary: {
            id: string;
            reference: string;
            title: string;
            area_id: string;
            programme_code: string;
            subject_kind: string;
            stage: string;
            is_open: boolean;
            risk_band: string;
            /** Format: date */
            opened_on: string;
            closed_on: string | null;
            lead_user_name: string | null;
            next_review_on: string | null;
            reassess_by: string | null;
            update_due_on: string | null;
            /** @description What the list was asked for by `due` */
            due_on: string | null;
        };
        NewCaseBody: {
            area_id: string;
            programme_code: string;
            title: string;
            subject_kind: string;
            lead_agency_id: string;
            lead_user_id?: string | null;
            answers?: components["schemas"]["AnswerValues"];
            people?: {
                person_id: string;
                role: string;
                is_subject?: boolean;
            }[];
            places?: {
                place_id: string;
                role: string;
                is_subject?: boolean;
            }[];
        };
        /** @description Field code to its values; one value unless the field is a choice of several. */
        AnswerValues: {
            [key: string]: string[];
        };
        Answers: {
            answers: components["schemas"]["AnswerValues"];
        };
        Case: {
            id: string;
            reference: string;
            title: string;
            area_id: string;
            area_name: string;
            programme_code: string;
            programme_version: string;
            extension_version: string;
            subject_kind: string;
            stage: string;
            is_open: boolean;
            /** Format: date */
            opened_on: string;
            closed_on: string | null;
            closing_reason: string | null;
            closing_summary: string | null;
            victim_told: string | null;
            lead_agency_id: string;
            lead_agency_name: string;
            lead_user_id: string | null;
            lead_user_name: string | null;
            risk_band: string;
            risk_score: number | null;
            reassess_by: string | null;
            next_review_on: string | null;
            update_due_on: string | null;
            times_reopened: number;
            revision: number;
            people: {
                id: string;
                person_id: string;
                name: string;
                date_of_birth: string | null;
                role: string;
                is_subject: boolean;
                note: string;
                /** Format: date */
                from_on: string;
                to_on: string | null;
                revision: number;
            }[];
            places: {
                id: string;
                place_id: string;
                label: string;
                role: string;
                is_subject: boolean;
                /** Format: date */
                from_on: string;
                to_on: string | null;
                revision: number;
            }[];
            partners: {
                id: string;
                agency_id: string;
                agency_name: string;
                team_id: string | null;
                team_name: string | null;
                reason: string;
                /** Format: date */
                from_on: string;
                to_on: string | null;
                revision: number;
            }[];
            open_actions: number;
            overdue_actions: number;
            /** @description The last few entries of the chronology */
            latest: components["schemas"]["Entry"][];
            may_work: boolean;
            may_run: boolean;
        };
        Entry: {
            id: string;
            happened_at: string;
            kind: string;
            nature: string;
            body: string;
            /** @description Codes, for entries that the system wrote */
            detail: string;
            recorded_at: string;
            recorded_by_name: string;
            agency_name: string;
        };
        RiskAssessment: {
            id: string;
            point: string;
            questionnaire_version: string;
            score: number;
            local_score: number;
            scored_band: string;
            band: string;
            override_reason: string;
            override_note: string;
            /** Format: date */
            assessed_on: string;
            reassess_by: string | null;
            recorded_by_name: string;
            answers: {
                question: string;
                answer: string;
                note: string;
            }[];
        };
        ActionBody: {
            tool?: string;
            description: string;
            owner_agency_id: string;
            owner_user_id?: string | null;
            /** Format: date */
            due_on: string;
            remind_on?: string | null;
        };
        Action: {
            id: string;
            case_id: string;
            tool: string;
            description: string;
            owner_agency_id: string;
            owner_agency_name: string;
            owner_user_id: string | null;
            owner_user_name: string | null;
            /** Format: date */
            due_on: string;
            remind_on: string | null;
            /** @description Open, and the day to be reminded has come */
            reminder: boolean;
            overdue: boolean;
            result: string | null;
            result_note: string;
            completed_on: string | null;
            revision: number;
        };
        Review: {
            id: string;
            /** Format: date */
            held_on: string;
            summary: string;
            next_review_on: string | null;
            recorded_by_name: string;
        };
        VictimUpdates: {
            agreements: {
                id: string;
                person_id: string;
                person_name: string;
                /** @description What the person's record says about reaching them safely; empty when nothing */
                safe_contact: string;
                channel: string;
                every_days: number;
                next_due_on: string | null;
                /** Format: date */
                agreed_on: string;
                ended_on: string | null;
                overdue: boolean;
                revision: number;
            }[];
            updates: {
                id: string;
                agreement_id: string;
                /** Format: date */
                given_on: string;
                channel: string;
                result: string;
                note: string;
                was_due_on: string | null;
                recorded_by_name: string;
            }[];
        };
        /** @description A value, or why there is none. Risk band and score come from the risk assessment and are not sent. */
        MeasureBody: {
            measure: string;
            value?: string | null;
            not_taken?: string | null;
        };
        Outcomes: {
            measures: {
                id: string;
                point: string;
                measure: string;
                value: string | null;
                not_taken: string | null;
                /** Format: date */
                taken_on: string;
                recorded_by_name: string;
            }[];
            goals: {
                id: string;
                description: string;
                agreed_with: string;
                /** Format: date */
                agreed_on: string;
                result: string | null;
                result_on: string | null;
                revision: number;
            }[];
            /** @description Before opening, then after closing */
            demand: {
                /** @enum {string} */
                span: "before" | "after";
                /** @description Incidents reported to the hub about those harmed in the case or its place, on this case or its others, counted by the day; no count for readers who do not work in the hub */
                reported: components["schemas"]["DemandCount"];
                /** @description Imported incidents at the case's places, counted over whole months; no count when it has none with a position */
                recorded: components["schemas"]["DemandCount"];
                /** @description Whole months counted as recorded */
                months: string[];
            }[];
        };
        DemandCount: {
            from_on: string | null;
            /** @description The last day */
            to_on: string | null;
            count: number | null;
            /** @description Whether the window has passed and its data is there */
            available: boolean;
            /** @description The first day on which the window has passed */
            available_from: string | null;
        };
        AuditEntry: {
            sequence: number;
            at: string;
            actor_name: string;
            agency_name: string;
            action: string;
            subject_kind: string;
            detail: string;
            /** @description Named in a list, a search or on a case, not opened itself */
            was_shown: boolean;
        };
        Made: {
            id: string;
        };
        LetterBody: {
            /** @description In the case, now or before */
            person_id: string;
            /** @description Who acts for them; empty when it goes to themselves */
            acting_name?: string;
            /** @enum {string} */
            route: "post" | "email" | "by_hand";
            /** @description By post: which of their addresses, from 0 */
            address?: number | null;
            acting_address?: string;
            subject: string;
            body: string;
            /** @description That it was read how it is safe to reach them */
            safe_contact_read?: boolean;
        };
        LetterHead: {
            id: string;
            number: string;
            to_name: string;
            acting_name: string;
            /** @enum {string} */
            route: "post" | "email" | "by_hand";
            subject: string;
            /** @enum {string} */
            side: "any" | "harm";
            /** @enum {string} */
            state: "waiting" | "agreed" | "refused";
            made_by_name: string;
            made_at: string;
        };
        Letter: {
            id: string;
            number: string;
            to_name: string;
            acting_name: string;
            /** @enum {string} */
            route: "post" | "email" | "by_hand";
            subject: string;
            /** @enum {string} */
            side: "any" | "harm";
            /** @enum {string} */
            state: "waiting" | "agreed" | "refused";
            made_by_name: string;
            made_at: string;
            case_id: string;
            /** @description For who works on it; the letter never says it */
            case_reference: string;
            person_id: string;
            goes_to: string;
            body: string;
            /** @description Of the second person */
            answer: string;
            from_agency: string;
            from_phone: string;
            decided_by_name: string;
            decided_at: string | null;
            may_decide: boolean;
            revision: number;
        };
        Notice: {
            id: string;
            /** @enum {string} */
            kind: "emergency" | "shared" | "ask" | "ask_decided" | "correction" | "reveal_asked" | "reveal_given" | "reveal_refused" | "letter_waits" | "letter_decided";
            at: string;
            by_name: string;
            /** @enum {string} */
            subject_kind: "case" | "in_part" | "ask" | "ask_to_decide" | "reveal" | "letter" | "none";
            subject_id: string;
            /** @description A reference; empty where it is told only on the page itself */
            label: string;
            is_seen: boolean;
        };
        Reveal: {
            id: string;
            person_id: string;
            person_name: string;
            asked_by_name: string;
            asked_at: string;
            reason: string;
            decision: string | null;
            decided_by_name: string | null;
            until: string | null;
            is_mine: boolean;
            /** @description The asker may read it now */
            is_open: boolean;
            revision: number;
        };
        AuditExtract: {
            /** @enum {string} */
            format: "waymark.extract/1";
            /** Format: date-time */
            asked_at: string;
            asked_by: {
                id: string;
                name: string;
                agency_name: string;
            };
            about: {
                /** @enum {string} */
                kind: "case" | "person" | "place" | "user";
                id: string;
                label: string;
            };
            /** Format: date */
            from_on: string;
            /** Format: date */
            to_on: string;
            /** @description The log's public key, as the operator also publishes it elsewhere */
            log_key: string;
            /** @description The newest signed head (a signed note) that every proof leads to */
            checkpoint: string;
            /** @description The newest head that witnesses of two agencies signed, and the proof that the checkpoint continues it */
            witnessed: null | {
                checkpoint: string;
                proof: string[];
            };
            witnesses: {
                name: string;
                agency_id: string;
                agency_name: string;
                key: string;
            }[];
            entries: components["schemas"]["AuditExtractEntry"][];
        };
        /** @description Of an entry that is not whole, what could name a record that does not exist for the reader is left out; its hash proves its place */
        AuditExtractEntry: {
            sequence: number;
            /** Format: date-time */
            at: string;
            actor_id: string;
            actor_name: string;
            agency_id: string;
            agency_name: string;
            action: string;
            subject_kind: string;
            is_whole: boolean;
            /** @description In hexadecimal; empty before the first entry */
            previous_hash?: string;
            subject_id?: string;
            revision?: number | null;
            detail?: string;
            request_id?: string;
            shown?: string[];
            /** @description In hexadecimal */
            hash: string;
            /** @description Hashes in base64 from the leaf to the root (RFC 6962 section 2.1.1) */
            proof: string[];
        };
        AuditPage: {
            entries: components["schemas"]["AuditEntry"][];
            next: string | null;
        };
        Looks: {
            user_name: string;
            agency_name: string;
            looks: components["schemas"]["Look"][];
            next: string | null;
        };
        Look: {
            sequence: number;
            at: string;
            action: string;
            subject_kind: string;
            subject_id: string | null;
            subject_label: string | null;
            shown: {
                kind: string;
                id: string;
                label: string;
            }[];
        };
        AuditState: {
            size: number;
            /** @description Entries up to here are signed for */
            signed_size: number;
            signed_at: string | null;
            /** @description Entries up to here were seen by at least two witnesses */
            witnessed_size: number;
            /** @description The newest signed head, to keep elsewhere */
            note: string;
            witnesses: {
                name: string;
                agency_name: string;
                from_on: string;
                to_on: string | null;
                seen_at: string | null;
                seen_size: number;
            }[];
        };
        MyWork: {
            referrals_waiting: components["schemas"]["ReferralList"];
            my_drafts: components["schemas"]["ReferralList"];
            /** @description Open actions of one's own agency for which nobody is named; total is at most 100 */
            agency_actions: components["schemas"]["DueActions"];
            actions: components["schemas"]["DueActions"];
            reviews: components["schemas"]["CaseList"];
            reassessments: components["schemas"]["CaseList"];
            updates: components["schemas"]["CaseList"];
            cases: components["schemas"]["CaseList"];
        };
        DueActions: {
            total: number;
            overdue: number;
            items: {
                action: components["schemas"]["Action"];
                case_reference: string;
                case_title: string;
            }[];
        };
        ReferralList: {
            total: number;
            overdue: number;
            items: components["schemas"]["ReferralSummary"][];
        };
        CaseList: {
            total: number;
            overdue: number;
            items: components["schemas"]["CaseSummary"][];
        };
        /** @description One figure, or one small table of them, with what it means and what it rests on. */
        Figure: {
            code: string;
            title: string;
            definition: string;
            /** @description How many records it counts over */
            base: number;
            /** @description How many of those have no value */
            not_recorded: number;
            columns: {
                code: string;
                label: string;
            }[];
            rows: {
                code: string;
                label: string;
                values: (number | null)[];
                /** @description Whether the rows behind it can be opened */
                opens: boolean;
            }[];
        };
        HubPicture: {
            area_id: string;
            area_name: string;
            as_at: string;
            figures: components["schemas"]["Figure"][];
        };
        CommitteeReport: {
            partnership_name: string;
            is_demo: boolean;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** Format: date */
            previous_from: string;
            /** Format: date */
            previous_to: string;
            made_at: string;
            /** @description The rule that was applied, in words */
            suppression: string;
            sections: {
                code: string;
                title: string;
                text: string;
                tables: {
                    code: string;
                    title: string;
                    definition: string;
                    base: string;
                    not_recorded: string;
                    source: string;
                    columns: string[];
                    /** @description Cells as printed; a suppressed one is c */
                    rows: string[][];
                }[];
            }[];
        };
    };
    responses: {
        /** @description A refusal */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        Id: string;
        /** @description Id of the entry within the case */
        Link: string;
        /** @description The `next` of the page before */
        After: string;
        Limit: number;
        From: string;
        To: string;
        /** @description YYYY-MM; the first on record when absent */
        FromMonth: string;
        /** @description YYYY-MM; the last on record when absent */
        ToMonth: string;
        /** @description The ETag that was read */
        IfMatch: string;
        /** @description Any text of the client's own; the same one does it once */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description The revision, to send back as If-Match */
        ETag: string;
        /** @description Where it is */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    /** @description Of the second factor, or a recovery code */
                    code?: string;
                    assertion?: components["schemas"]["Assertion"];
                };
            };
        };
        responses: {
            /** @description Signed in; the cookie is set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
        };
    };
    accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the link */
                    token: string;
                    /** @description From whoever approved it */
                    code: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Chosen; sign in with it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    change_own_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
        };
    };
    begin_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                    /** @description When one is in use, or a passkey is: this or an assertion */
                    code?: string;
                    assertion?: components["schemas"]["Assertion"];
                };
            };
        };
        responses: {
            /** @description Shown once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        uri: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
        };
    };
    confirm_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Recovery codes, shown once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recovery_codes: string[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    remove_app: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                    /** @description When a second factor is in use: this or an assertion */
                    code?: string;
                    assertion?: components["schemas"]["Assertion"];
                };
            };
        };
        responses: {
            /** @description Out of use */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    list_passkeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The passkeys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The address whose pages can make and use them; empty when the server was not told its address */
                        origin: string;
                        /** @description Whether an authenticator app is in use */
                        has_app: boolean;
                        passkeys: {
                            id: string;
                            name: string;
                            /** Format: date-time */
                            made_at: string;
                            /** Format: date-time */
                            last_used_at: string | null;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    add_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description As base64url without padding */
                    passkey: {
                        client_data: string;
                        authenticator_data: string;
                    };
                };
            };
        };
        responses: {
            /** @description In use; with recovery codes, shown once, when it is the first second factor */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        recovery_codes: string[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    ask_for_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Good once, for five minutes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyQuestion"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
        };
    };
    begin_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    current_password: string;
                    /** @description When a second factor is in use: this or an assertion */
                    code?: string;
                    assertion?: components["schemas"]["Assertion"];
                };
            };
        };
        responses: {
            /** @description Good once, for five minutes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challenge: string;
                        relying_party_id: string;
                        /** @description Those that there are; no device makes a second beside its first */
                        credential_ids: string[];
                        user_handle: string;
                        user_name: string;
                        user_display_name: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    remove_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                    /** @description When a second factor is in use: this or an assertion */
                    code?: string;
                    assertion?: components["schemas"]["Assertion"];
                };
            };
        };
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    list_sign_on_providers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Providers, for a button each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        providers: {
                            code: string;
                            name: string;
                        }[];
                    };
                };
            };
            429: components["responses"]["Problem"];
        };
    };
    begin_sign_on: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    provider: string;
                };
            };
        };
        responses: {
            /** @description Where to send the browser */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uri */
                        go_to: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    finish_sign_on: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    state: string;
                    code: string;
                    /** @description As RFC 9207 has it, when the provider sent it */
                    iss?: string;
                };
            };
        };
        responses: {
            /** @description Signed in; the cookie is set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    give_sign_on_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the second factor, or a recovery code */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Signed in; the cookie is set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    get_directory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The directory */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        areas: components["schemas"]["Area"][];
                        agencies: components["schemas"]["Agency"][];
                        teams: components["schemas"]["Team"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    get_colleagues: {
        parameters: {
            query?: {
                agency_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Colleagues by name, at most 500 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        colleagues: components["schemas"]["Colleague"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    get_programmes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Programmes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        programmes: {
                            code: string;
                            version: string;
                            title: string;
                            summary: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    get_programme: {
        parameters: {
            query?: {
                version?: string;
                extension?: string;
                area_code?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The programme */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Programme"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    get_my_work: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lists with their totals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyWork"];
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    list_referrals: {
        parameters: {
            query?: {
                state?: "draft" | "waiting" | "decided";
                area_id?: string;
                overdue?: "yes";
                /** @description The `next` of the page before */
                after?: components["parameters"]["After"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of referrals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        referrals: components["schemas"]["ReferralSummary"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    start_referral: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            /** @description The draft */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    get_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The referral */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    save_referral_draft: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            /** @description Saved */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    discard_referral_draft: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Discarded */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    send_referral: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralBody"];
            };
        };
        responses: {
            /** @description Sent */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    set_referral_owner: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    owner_user_id: string;
                };
            };
        };
        responses: {
            /** @description The referral */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    choose_referral_person: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the person's entry in the referral */
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    choice: "known" | "new";
                    /** @description The person on record, when known */
                    person_id?: string;
                    /** @description Ids of the matches that were shown */
                    shown?: string[];
                };
            };
        };
        responses: {
            /** @description The referral */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    decide_referral: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "accept" | "link" | "advise" | "signpost" | "another_panel" | "reject";
                    reason?: string;
                    /** @description The open case to add it to, when the decision is link */
                    case_id?: string;
                    /** @description Of the new case, without names, when accepted */
                    title?: string;
                    programme_code?: string;
                    lead_agency_id?: string;
                    lead_user_id?: string;
                    /** @description To the fields that the programme needs at opening, when accepted */
                    answers?: components["schemas"]["AnswerValues"];
                };
            };
        };
        responses: {
            /** @description Decided */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    record_referrer_told: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    told_on: string;
                    /** @enum {string} */
                    how: "phone" | "email" | "letter" | "in_person" | "in_waymark" | "cannot_be_told";
                };
            };
        };
        responses: {
            /** @description The referral */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    match_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonBody"];
            };
        };
        responses: {
            /** @description Likely matches, best first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matches: components["schemas"]["PersonMatch"][];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    create_person: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonBody"];
            };
        };
        responses: {
            /** @description The person */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    get_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    update_person: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonBody"];
            };
        };
        responses: {
            /** @description The person */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    declare_interest: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Oneself unless given */
                    user_id?: string;
                    /** @enum {string} */
                    kind: "self" | "household" | "family" | "associate";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Declared */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    list_interests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        interests: {
                            id: string;
                            user_name: string;
                            person_id: string;
                            person_name: string;
                            kind: string;
                            note: string;
                            declared_by_name: string;
                            declared_at: string;
                            revision: number;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    end_interest: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    match_places: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceBody"];
            };
        };
        responses: {
            /** @description Likely matches, best first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matches: components["schemas"]["PlaceMatch"][];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    create_place: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceBody"];
            };
        };
        responses: {
            /** @description The place */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Place"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    get_place: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The place */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Place"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    update_place: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceBody"];
            };
        };
        responses: {
            /** @description The place */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Place"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    search: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 10 of each, best first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: components["schemas"]["PersonSummary"][];
                        places: components["schemas"]["PlaceSummary"][];
                        cases: components["schemas"]["CaseSummary"][];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    list_cases: {
        parameters: {
            query?: {
                state?: "open" | "closed";
                area_id?: string;
                programme_code?: string;
                stage?: string;
                risk_band?: string;
                lead?: "me";
                due?: "review" | "reassessment" | "update" | "action";
                /** @description The `next` of the page before */
                after?: components["parameters"]["After"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cases: components["schemas"]["CaseSummary"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    open_case: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCaseBody"];
            };
        };
        responses: {
            /** @description The case */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    get_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    update_case: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    lead_agency_id: string;
                    lead_user_id?: string | null;
                };
            };
        };
        responses: {
            /** @description The case */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    get_case_answers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answers by field */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answers"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    set_case_answers: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Answers"];
            };
        };
        responses: {
            /** @description The case */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    move_case: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    stage: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The case */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    transfer_case: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    area_id: string;
                    reason: string;
                    /** @enum {string} */
                    consent: "given" | "not_needed" | "refused";
                    lead_agency_id: string;
                    lead_user_id?: string;
                };
            };
        };
        responses: {
            /** @description Handed over; whether the reader still sees it is for the new hub */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    close_case: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    summary: string;
                    /** @description told, or one of the programme's not_told_reasons */
                    victim_told: string;
                    measures: components["schemas"]["MeasureBody"][];
                    answers?: components["schemas"]["AnswerValues"];
                    goals?: {
                        id: string;
                        /** @description One of the programme's outcome_results */
                        result: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The case */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    reopen_case: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The case */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    add_case_person: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    person_id: string;
                    role: string;
                    is_subject?: boolean;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The case */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    end_case_person: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    add_case_place: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    place_id: string;
                    /** @enum {string} */
                    role: "where_it_happens" | "home_of_victim" | "home_of_alleged_perpetrator" | "linked";
                    is_subject?: boolean;
                };
            };
        };
        responses: {
            /** @description The case */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    end_case_place: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    bring_in_partner: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agency_id: string;
                    team_id?: string;
                    reason: string;
                    purpose: string;
                    gateway: string;
                    agreement_id?: string;
                    /** Format: date */
                    ends_on: string;
                };
            };
        };
        responses: {
            /** @description The case */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    renew_partner: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    purpose: string;
                    gateway: string;
                    agreement_id?: string;
                    /** Format: date */
                    ends_on: string;
                };
            };
        };
        responses: {
            /** @description The case */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    end_partner: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    list_sharing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that hold first, then latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grants: components["schemas"]["Grant"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    share_case: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    to_kind: "agency" | "team" | "user";
                    to_id: string;
                    /** @enum {string} */
                    depth: "existence" | "summary" | "content";
                    reason: string;
                    purpose: string;
                    gateway: string;
                    agreement_id?: string;
                    /** Format: date */
                    ends_on: string;
                };
            };
        };
        responses: {
            /** @description Those that hold first, then latest first */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grants: components["schemas"]["Grant"][];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    narrow_sharing: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    depth: "existence" | "summary" | "content";
                    /** Format: date */
                    ends_on: string;
                };
            };
        };
        responses: {
            /** @description Those that hold first, then latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grants: components["schemas"]["Grant"][];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    end_sharing: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Those that hold first, then latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grants: components["schemas"]["Grant"][];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    list_shared_in_part: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cases: components["schemas"]["CaseInPart"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    list_agreements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that last longest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreements: components["schemas"]["Agreement"][];
                        purposes: components["schemas"]["SharingCode"][];
                        gateways: components["schemas"]["SharingCode"][];
                        longest_grant_days: number;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    create_agreement: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementBody"];
            };
        };
        responses: {
            /** @description The agreement */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    get_agreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agreement */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    change_agreement: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementBody"];
            };
        };
        responses: {
            /** @description The agreement */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    list_access_requests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One's own latest first; what waits, the most pressing first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mine: components["schemas"]["AccessRequest"][];
                        to_decide: components["schemas"]["AccessRequest"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    ask_for_access: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reference: string;
                    /** @enum {string} */
                    depth: "existence" | "summary" | "content";
                    purpose: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Taken */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    decide_access_request: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "given" | "refused";
                    /** @description What who asked is told */
                    answer: string;
                    /**
                     * @description Needed, with the terms, to give
                     * @enum {string}
                     */
                    depth?: "existence" | "summary" | "content";
                    purpose?: string;
                    gateway?: string;
                    agreement_id?: string;
                    /** Format: date */
                    ends_on?: string;
                };
            };
        };
        responses: {
            /** @description Decided */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    list_emergencies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that wait for their review first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        emergencies: components["schemas"]["Emergency"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    open_in_emergency: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reference: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Open until then */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case_id: string;
                        until: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    review_emergency: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    finding: "justified" | "not_justified";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Reviewed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    get_chronology: {
        parameters: {
            query?: {
                kind?: string;
                /** @description The `next` of the page before */
                after?: components["parameters"]["After"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the chronology */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["Entry"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    add_entry: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "note" | "contact" | "incident";
                    /**
                     * @description Of a note
                     * @enum {string}
                     */
                    nature?: "fact" | "opinion" | "third_party";
                    /** @description Of a contact; one of the programme's update_channels */
                    channel?: string;
                    /** @description Whom a contact was with */
                    person_id?: string | null;
                    /** @description Where an incident was */
                    place_id?: string | null;
                    /**
                     * Format: date-time
                     * @description Now when absent
                     */
                    happened_at?: string;
                    body: string;
                };
            };
        };
        responses: {
            /** @description The entry */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    get_risk_assessments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Assessments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        risk_assessments: components["schemas"]["RiskAssessment"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    assess_risk: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    point: "opening" | "review" | "closing";
                    answers: {
                        question: string;
                        answer: string;
                        note?: string;
                    }[];
                    override_band?: string;
                    /** @description One of the questionnaire's override_reasons */
                    override_reason?: string;
                    override_note?: string;
                };
            };
        };
        responses: {
            /** @description The assessment */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskAssessment"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    get_actions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Actions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: components["schemas"]["Action"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    add_action: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description The action */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Action"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    update_action: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description The action */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Action"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    record_action_result: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One of the programme's action_results */
                    result: string;
                    note?: string;
                    /** Format: date */
                    completed_on?: string;
                };
            };
        };
        responses: {
            /** @description The action */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Action"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    get_reviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reviews */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reviews: components["schemas"]["Review"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    record_review: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    held_on: string;
                    summary: string;
                    /** Format: date */
                    next_review_on: string;
                    measures: components["schemas"]["MeasureBody"][];
                    answers?: components["schemas"]["AnswerValues"];
                };
            };
        };
        responses: {
            /** @description The review */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    get_victim_updates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Agreements and updates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VictimUpdates"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    agree_victim_updates: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    person_id: string;
                    channel: string;
                    every_days: number;
                };
            };
        };
        responses: {
            /** @description Agreements and updates */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VictimUpdates"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    record_victim_update: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    given_on: string;
                    channel: string;
                    /** @enum {string} */
                    result: "given" | "tried" | "declined";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Agreements and updates */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VictimUpdates"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    get_outcomes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Outcomes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    record_measures: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    measures: components["schemas"]["MeasureBody"][];
                };
            };
        };
        responses: {
            /** @description Outcomes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    agree_goal: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description: string;
                    /** @enum {string} */
                    agreed_with: "victim" | "household" | "partners" | "community";
                };
            };
        };
        responses: {
            /** @description Outcomes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    record_goal_result: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                /** @description Id of the entry within the case */
                link: components["parameters"]["Link"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One of the programme's outcome_results */
                    result: string;
                };
            };
        };
        responses: {
            /** @description Outcomes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    get_case_audit: {
        parameters: {
            query?: {
                /** @description The `next` of the page before */
                after?: components["parameters"]["After"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the audit, latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    get_person_audit: {
        parameters: {
            query?: {
                /** @description The `next` of the page before */
                after?: components["parameters"]["After"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the audit, latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    get_place_audit: {
        parameters: {
            query?: {
                /** @description The `next` of the page before */
                after?: components["parameters"]["After"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the audit, latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    get_user_looks: {
        parameters: {
            query: {
                from_on: string;
                to_on: string;
                /** @description The `next` of the page before */
                after?: components["parameters"]["After"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Looks"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    extract_case_audit: {
        parameters: {
            query: {
                from_on: string;
                to_on: string;
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extract, streamed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditExtract"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    extract_person_audit: {
        parameters: {
            query: {
                from_on: string;
                to_on: string;
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extract, streamed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditExtract"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    extract_place_audit: {
        parameters: {
            query: {
                from_on: string;
                to_on: string;
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extract, streamed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditExtract"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    extract_user_looks: {
        parameters: {
            query: {
                from_on: string;
                to_on: string;
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extract, streamed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditExtract"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    get_audit_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the audit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditState"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    list_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Notices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notices: components["schemas"]["Notice"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    see_notice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Marked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    correct_case: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    what: string;
                };
            };
        };
        responses: {
            /** @description In the chronology, and told */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    list_letters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Letters, without what they say */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        letters: components["schemas"]["LetterHead"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    write_letter: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterBody"];
            };
        };
        responses: {
            /** @description The letter */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Letter"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    check_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterBody"];
            };
        };
        responses: {
            /** @description What was found, nothing when it may go */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        side: "any" | "harm";
                        findings: {
                            /** @enum {string} */
                            field: "subject" | "body";
                            /** @enum {string} */
                            code: "other_address" | "other_contact" | "other_name" | "place" | "case_reference" | "own_other_address";
                            found: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    get_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Letter"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    decide_letter: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "agreed" | "refused";
                    answer?: string;
                };
            };
        };
        responses: {
            /** @description Decided, and told to who wrote it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    get_safe_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description That there is one, or null */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kept: {
                            id: string;
                            sealed_by_name: string;
                            sealed_at: string;
                            revision: number;
                        } | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    seal_safe_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    line: string;
                    town?: string;
                    postcode?: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Sealed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    end_safe_address: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    ask_for_reveal: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Asked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    list_reveals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that wait, then the latest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reveals: components["schemas"]["Reveal"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    decide_reveal: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "given" | "refused";
                };
            };
        };
        responses: {
            /** @description Decided */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    look_at_safe_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where somebody is hidden */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        line: string;
                        town: string;
                        postcode: string;
                        note: string;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    get_checkpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    held_size: number;
                    /** @description The time by the clock of the witness */
                    at: string;
                    /** @description Base64 of an Ed25519 signature over "waymark witness request", "checkpoint" with held_size, and at, each on a line */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description A signed note, and the hashes of the proof in base64 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        note: string;
                        proof: string[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    keep_cosignature: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    size: number;
                    /** @description A line of a signed note */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    get_hub_picture: {
        parameters: {
            query?: {
                programme_code?: string;
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubPicture"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    get_hub_picture_rows: {
        parameters: {
            query: {
                /** @description The figure's code */
                figure: string;
                /** @description The row's code within the figure */
                row?: string;
                programme_code?: string;
                /** @description The `next` of the page before */
                after?: components["parameters"]["After"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cases, at most a page; referrals when the figure counts those */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cases: components["schemas"]["CaseSummary"][];
                        referrals: components["schemas"]["ReferralSummary"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    get_boundaries: {
        parameters: {
            query?: {
                kind?: "district" | "ward" | "lsoa";
                area_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A GeoJSON feature collection; properties are code, name, kind, area_id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        type: "FeatureCollection";
                        features: {
                            /** @constant */
                            type: "Feature";
                            geometry: Record<string, never>;
                            properties: {
                                code: string;
                                name: string;
                                kind: string;
                                area_id: string | null;
                            };
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    get_incident_months: {
        parameters: {
            query?: {
                area_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts; area_id is null for incidents in no area */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        first_month: string | null;
                        last_month: string | null;
                        months: {
                            month: string;
                            area_id: string | null;
                            count: number;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    get_hot_spots: {
        parameters: {
            query?: {
                area_id?: string;
                /** @description YYYY-MM; the first on record when absent */
                from_month?: components["parameters"]["FromMonth"];
                /** @description YYYY-MM; the last on record when absent */
                to_month?: components["parameters"]["ToMonth"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Significant cells, strongest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        method: string;
                        cell_metres: number;
                        cells: {
                            longitude: number;
                            latitude: number;
                            count: number;
                            z: number;
                            p: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    get_repeat_locations: {
        parameters: {
            query?: {
                area_id?: string;
                /** @description YYYY-MM; the first on record when absent */
                from_month?: components["parameters"]["FromMonth"];
                /** @description YYYY-MM; the last on record when absent */
                to_month?: components["parameters"]["ToMonth"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Locations, highest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        method: string;
                        from_month: string | null;
                        to_month: string | null;
                        locations: {
                            location_id: number;
                            name: string;
                            longitude: number;
                            latitude: number;
                            area_id: string | null;
                            count: number;
                            months_active: number;
                            /** @description Estimated incidents a month */
                            rate: number;
                            /** @description 5% bound of the estimate; what the rank goes by */
                            lower: number;
                            /** @description 95% bound of the estimate */
                            upper: number;
                            by_month: number[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    get_committee_report: {
        parameters: {
            query: {
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report's tables */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitteeReport"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    get_committee_report_page: {
        parameters: {
            query: {
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    get_committee_report_table: {
        parameters: {
            query: {
                from: components["parameters"]["From"];
                to: components["parameters"]["To"];
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    export_cases: {
        parameters: {
            query?: {
                state?: "open" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    list_users: {
        parameters: {
            query?: {
                /** @description The `next` of the page before */
                after?: components["parameters"]["After"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        users: components["schemas"]["User"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    create_user: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUserBody"];
            };
        };
        responses: {
            /** @description The user */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    get_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    update_user: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserBody"];
            };
        };
        responses: {
            /** @description The user */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    invite_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The part of the link after the number sign, shown this once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        expires_at: string;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    reset_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How it was made sure who asks
                     * @enum {string}
                     */
                    identity_checked: "in_person" | "known_number";
                };
            };
        };
        responses: {
            /** @description Taken away */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    reset_sign_on: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How it was made sure who asks
                     * @enum {string}
                     */
                    identity_checked: "in_person" | "known_number";
                };
            };
        };
        responses: {
            /** @description Unlinked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    list_account_approvals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roles: {
                            id: string;
                            user: components["schemas"]["AccountPerson"];
                            role: components["schemas"]["RoleWithPlace"];
                            proposed_by_name: string;
                        }[];
                        invitations: {
                            user: components["schemas"]["AccountPerson"];
                            invited_by_name: string;
                            /** @description Who had the code last */
                            approved_by_name: string | null;
                            expires_at: string;
                        }[];
                        accounts: {
                            user: components["schemas"]["AccountPerson"];
                            roles: components["schemas"]["RoleWithPlace"][];
                            confirmed_on: string | null;
                            /**
                             * Format: date
                             * @description From this day on it is not in force until it is confirmed
                             */
                            due_on: string;
                            last_seen_on: string | null;
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    decide_role: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "refuse";
                };
            };
        };
        responses: {
            /** @description Decided */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    decide_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "needed" | "ended";
                };
            };
        };
        responses: {
            /** @description Decided */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    approve_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The code, shown this once; asking again gives another */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    list_system_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts, each with its token while it has one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: {
                            user: components["schemas"]["AccountPerson"];
                            roles: components["schemas"]["RoleWithPlace"][];
                            token: components["schemas"]["ApiToken"] | null;
                        }[];
                        /** @description What a token may be allowed */
                        permissions: string[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    make_system_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    permissions: string[];
                    /**
                     * Format: date
                     * @description The last day
                     */
                    ends_on: string;
                };
            };
        };
        responses: {
            /** @description The token, shown this once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    end_system_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    list_areas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Areas */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        areas: components["schemas"]["Area"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    create_area: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AreaBody"];
            };
        };
        responses: {
            /** @description The area */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Area"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    update_area: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AreaBody"];
            };
        };
        responses: {
            /** @description The area */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Area"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    list_agencies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Agencies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agencies: components["schemas"]["Agency"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    create_agency: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyBody"];
            };
        };
        responses: {
            /** @description The agency */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agency"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    update_agency: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyBody"];
            };
        };
        responses: {
            /** @description The agency */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agency"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    list_teams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Teams */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        teams: components["schemas"]["Team"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    create_team: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of the client's own; the same one does it once */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamBody"];
            };
        };
        responses: {
            /** @description The team */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    update_team: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamBody"];
            };
        };
        responses: {
            /** @description The team */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            412: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    list_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Roles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roles: {
                            code: string;
                            permissions: string[];
                            held_at: ("partnership" | "area" | "team")[];
                        }[];
                    };
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
        };
    };
    get_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
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
}
