/// The words that the program composes sentences from. A theme's strings must have all of them; what stands in braces
/// is replaced (`placeholders`).
package enum TextKey: String, CaseIterable, Sendable {
    case home, awards, provinces, enterprises, associations, practices, notices, rules, forms
    case search, verify, publicity, changes
    case notFound = "not_found"

    case documentTitle = "document_title"
    case editionTitle = "edition_title"
    case editionOfProvince = "edition_of_province"
    case editionDescription = "edition_description"
    case editionSummary = "edition_summary"
    case provinceTitle = "province_title"
    case provinceDescription = "province_description"
    case enterpriseDescription = "enterprise_description"
    case associationDescription = "association_description"
    case pendingTeams = "pending_teams"
    /// The team among those of its year and name, where there is no page around it.
    case teamDocumentTitle = "team_document_title"
    case teamDescription = "team_description"
    case facetTitle = "facet_title"
    case facetIntro = "facet_intro"
    /// Of criteria and fields, which write-ups do not name.
    case facetIntroPractices = "facet_intro_practices"
    case awardsDescription = "awards_description"
    case provincesDescription = "provinces_description"
    case enterprisesIntro = "enterprises_intro"
    case associationsIntro = "associations_intro"
    case practicesDescription = "practices_description"
    case noticesDescription = "notices_description"
    case rulesDescription = "rules_description"
    case formsDescription = "forms_description"
    case searchDescription = "search_description"
    case verifyDescription = "verify_description"
    case verifyCount = "verify_count"
    case publicityDescription = "publicity_description"
    case changesDescription = "changes_description"
    case notFoundDescription = "not_found_description"

    case stateDraft = "state_draft"
    case statePublicityAhead = "state_publicity_ahead"
    case statePublicityOpen = "state_publicity_open"
    case statePublicityEnded = "state_publicity_ended"
    case stateFinal = "state_final"
    case standingHeld = "standing_held"
    case standingWithdrawn = "standing_withdrawn"
    case standingInPublicity = "standing_in_publicity"

    case bannerDraft = "banner_draft"
    case bannerPublicityAhead = "banner_publicity_ahead"
    case bannerPublicityOpen = "banner_publicity_open"
    case bannerPublicityEnded = "banner_publicity_ended"
    case period
    case periodFrom = "period_from"
    case periodTo = "period_to"

    case modeRecommended = "mode_recommended"
    case modeSelf = "mode_self"
    case honorCAQRecommended = "honor_caq_recommended"
    case honorCAQAwarded = "honor_caq_awarded"
    case noticeCall = "notice_call"
    case noticePublicity = "notice_publicity"
    case noticeResult = "notice_result"
    case noticeOther = "notice_other"
    case levelNational = "level_national"
    case levelProvincial = "level_provincial"
    case levelCity = "level_city"
    case betterHigher = "better_higher"
    case betterLower = "better_lower"

    case labelYear = "label_year"
    case labelHonor = "label_honor"
    case labelHonorProposed = "label_honor_proposed"
    case labelState = "label_state"
    case labelEnterprise = "label_enterprise"
    case labelProvince = "label_province"
    case labelMode = "label_mode"
    case labelRecommender = "label_recommender"
    case labelMembers = "label_members"
    case labelFurtherHonor = "label_further_honor"
    case labelDocument = "label_document"
    case labelPublished = "label_published"
    case labelDeadline = "label_deadline"
    case labelPublicity = "label_publicity"
    case labelContact = "label_contact"
    case labelExchange = "label_exchange"
    case labelValid = "label_valid"
    case formExpired = "form_expired"
    case labelLevel = "label_level"
    case labelCreditCode = "label_credit_code"
    case labelSourceTeams = "label_source_teams"
    case membersValue = "members_value"
    case percentValue = "percent_value"
    case presentName = "present_name"

    case figureHeld = "figure_held"
    case figureInPublicity = "figure_in_publicity"
    case figureInDraft = "figure_in_draft"
    case figureProvinces = "figure_provinces"
    case figureEnterprises = "figure_enterprises"
    case figureRecommended = "figure_recommended"
    case figureSelf = "figure_self"
    case figureFurther = "figure_further"
    case figureWithdrawn = "figure_withdrawn"
    case figureWriteUps = "figure_writeups"
    case figureYears = "figure_years"
    case countHeld = "count_held"
    case countHeldAndWithdrawn = "count_held_and_withdrawn"
    case yearHeading = "year_heading"
    case yearWithState = "year_with_state"

    case chartTitle = "chart_title"
    case chartPart = "chart_part"
    case chartPartPending = "chart_part_pending"
    case coverageTitle = "coverage_title"
    case coverageFull = "coverage_full"
    case coverageWithGaps = "coverage_with_gaps"
    case coverageGap = "coverage_gap"
    case indicatorChartTitle = "indicator_chart_title"
    case indicatorFromTo = "indicator_from_to"
    case indicatorNow = "indicator_now"
    case indicatorTarget = "indicator_target"
    case listCSV = "list_csv"
    case listJSON = "list_json"
    case listXLSX = "list_xlsx"
    case dataCSV = "data_csv"
    case dataXLSX = "data_xlsx"
    case dataJSON = "data_json"
    case dataSchema = "data_schema"

    case withdrawalSentence = "withdrawal_sentence"
    case changeWithdrawal = "change_withdrawal"
    case changeCorrection = "change_correction"
    case changeRenaming = "change_renaming"
    case withdrawalText = "withdrawal_text"
    case renamingText = "renaming_text"
    case decision

    case provinceIncludes = "province_includes"
    case provinceCountsTo = "province_counts_to"
    case provinceOther = "province_other"
    case relationParent = "relation_parent"
    case relationBranch = "relation_branch"
    case relationSubsidiary = "relation_subsidiary"
    case until
    case since

    case facetMethod = "facet_method"
    case facetWorks = "facet_works"
    case facetCriterion = "facet_criterion"
    case facetField = "facet_field"
    case wordSeparator = "word_separator"
    case clauseSeparator = "clause_separator"
    case fullStop = "full_stop"

    case formText = "form_text"
    case formLongText = "form_long_text"
    case formNumber = "form_number"
    case formTotal = "form_total"
    case formDate = "form_date"
    case formChoice = "form_choice"
    case formCheckbox = "form_checkbox"
    case formStamp = "form_stamp"
    case formCharacters = "form_characters"

    /// The names that may stand in braces in the text, which the program replaces.
    package var placeholders: [String] {
        switch self {
        case .documentTitle:
            ["page", "site"]
        case .editionTitle, .yearHeading:
            ["year"]
        case .editionOfProvince:
            ["year", "province"]
        case .editionDescription:
            ["year", "held", "provinces"]
        case .editionSummary:
            ["held", "provinces", "enterprises"]
        case .provinceTitle:
            ["province"]
        case .provinceDescription, .enterpriseDescription, .associationDescription:
            ["name", "count", "pending"]
        case .pendingTeams, .enterprisesIntro, .associationsIntro, .practicesDescription,
            .verifyCount, .membersValue, .countHeld, .coverageFull:
            ["count"]
        case .teamDocumentTitle:
            ["team", "enterprise", "year"]
        case .teamDescription:
            ["team", "enterprise", "year", "honor", "state"]
        case .facetTitle:
            ["kind", "name"]
        case .facetIntro:
            ["name", "practices", "teams"]
        case .facetIntroPractices:
            ["name", "practices"]
        case .awardsDescription:
            ["editions", "held"]
        case .bannerPublicityAhead, .bannerPublicityOpen, .bannerPublicityEnded, .period,
            .renamingText:
            ["from", "to"]
        case .periodFrom:
            ["from"]
        case .periodTo:
            ["to"]
        case .percentValue:
            ["value"]
        case .presentName, .provinceCountsTo:
            ["name"]
        case .countHeldAndWithdrawn:
            ["count", "withdrawn"]
        case .yearWithState:
            ["year", "state"]
        case .chartPart, .chartPartPending:
            ["year", "count"]
        case .coverageWithGaps:
            ["count", "gaps"]
        case .coverageGap:
            ["criterion", "fields"]
        case .indicatorFromTo:
            ["name", "before", "after", "unit"]
        case .indicatorNow:
            ["name", "after", "unit"]
        case .indicatorTarget:
            ["target", "unit"]
        case .withdrawalSentence:
            ["date", "reason"]
        case .withdrawalText:
            ["enterprise", "year", "reason"]
        case .provinceIncludes:
            ["name", "count"]
        case .until, .since:
            ["date"]
        case .formCharacters:
            ["minimum", "maximum"]
        default: []
        }
    }
}
