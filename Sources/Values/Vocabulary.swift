/// The five criteria of the scoring table (annex 2 of the call), with their greatest points.
package enum Criterion: String, Sendable, CaseIterable {
    case demand, planning, process, results, features

    /// The greatest number of points; the five add up to 100.
    package var maximumPoints: Int {
        switch self {
        case .demand, .results, .features: 15
        case .planning: 25
        case .process: 30
        }
    }

    package var chineseName: String {
        switch self {
        case .demand: "需求确定"
        case .planning: "建设策划"
        case .process: "建设过程"
        case .results: "建设成效"
        case .features: "特色"
        }
    }

    package var englishName: String {
        switch self {
        case .demand: "Needs"
        case .planning: "Planning"
        case .process: "Process"
        case .results: "Results"
        case .features: "Features"
        }
    }
}

/// The six fields of team building (Art. 8 of the measures).
package enum BuildingField: String, Sendable, CaseIterable {
    case foundations, organisation, rules, skills, hse, improvement

    package var chineseName: String {
        switch self {
        case .foundations: "基础建设"
        case .organisation: "组织建设"
        case .rules: "规范建设"
        case .skills: "技能建设"
        case .hse: "健康安全环保"
        case .improvement: "改进创新"
        }
    }

    package var englishName: String {
        switch self {
        case .foundations: "Foundations"
        case .organisation: "Organisation"
        case .rules: "Rules"
        case .skills: "Skills"
        case .hse: "Health, safety, environment"
        case .improvement: "Improvement and innovation"
        }
    }
}

/// The state of an edition.
package enum EditionStatus: String, Sendable, CaseIterable {
    case draft, publicity, final
}

/// How a team applied (section 4 of the call).
package enum ApplicationMode: String, Sendable, CaseIterable {
    /// Collected and recommended by an association.
    case recommended
    /// Put forward by its enterprise itself.
    case selfNominated = "self"
}

/// What a team was honoured with (Art. 21 of the measures).
package enum Honor: String, Sendable, CaseIterable {
    /// The year's 全国市政工程质量信得过班组.
    case title
    /// Recommended to the China Association for Quality.
    case caqRecommended = "caq-recommended"
    /// 全国质量信得过班组, given by the China Association for Quality.
    case caqAwarded = "caq-awarded"
}

/// Whether a title still stands.
package enum Standing: String, Sendable, CaseIterable {
    case held, withdrawn
}

/// What kind of unit a team is (Art. 2 of the measures).
package enum TeamKind: String, Sendable, CaseIterable {
    case crew, team, department
}

/// What a notice is about.
package enum NoticeKind: String, Sendable, CaseIterable {
    case call, publicity, result, other
}

/// How far an association reaches.
package enum AssociationLevel: String, Sendable, CaseIterable {
    case national, provincial, city
}

/// How an enterprise belongs to its parent.
package enum ParentKind: String, Sendable, CaseIterable {
    case branch, subsidiary
}

/// Which direction of an indicator is better.
package enum BetterDirection: String, Sendable, CaseIterable {
    case higher, lower
}

/// The language of a site's own words; content may be in any language.
package enum SiteLanguage: String, Sendable, CaseIterable {
    case chinese = "zh-CN"
    case english = "en"
}

/// Which pages have a picture of their own for those who link to them.
package enum SharePictureExtent: String, Sendable, CaseIterable {
    /// The site, editions, practices and teams.
    case all
    /// The site, editions and practices; teams have that of their edition.
    case editions
    case none
}
