import Values

/// What must hold of a single value beside its type, as editing programs are told it.
///
/// Readers say what is wrong with a value in words of their own; a test holds their verdicts and these forms against each
/// other for every field.
package enum ValueForm: Sendable {
    /// A number within limits, both included.
    case range(ClosedRange<Double>)
    /// `[a-z0-9-]+`, at most 80.
    case slug
    /// One short name: several in one text would be one name that nobody looks for.
    case name
    /// `2020/zj-003`.
    case team
    /// A path of the site that begins with `/`, without query and fragment.
    case alias
    /// A full http or https address.
    case address
    /// A full address, or a path of the site that begins with `/`.
    case addressOrPath
    /// Where the site is published: a full address without query and fragment.
    case baseURL
    /// A text that may be written down empty, to be filled in later.
    case textOrEmpty
    /// `#rrggbb` or `#rgb`.
    case colour
    /// A provincial-level region by any of its names.
    case province

    /// The limits of a number; `nil` where there are none.
    package var limits: ClosedRange<Double>? {
        if case .range(let limits) = self { return limits }
        return nil
    }

    /// The form as a regular expression (ECMA-262) for the whole value; `nil` for numbers and for what is one of a list.
    package var pattern: String? {
        // What no address may hold: controls, spaces, and signs that markup would take for its own.
        let unsafe = "\\u0000-\\u0020\\u007F\"<>\\\\^`{|}"
        switch self {
        case .range, .province, .textOrEmpty: return nil
        case .slug: return "^[a-z0-9-]{1,80}$"
        case .name: return "^(?=.*\\S)[、，,；;]*[^、，,；;]+[、，,；;]*$"
        case .team: return "^[0-9]{4}/[a-z0-9-]{1,80}$"
        case .alias: return "^(?!.*/\\.\\.?(/|$))(/[^/?#\\\\\\u0000-\\u001F\\u007F]+)+/?$"
        case .address: return "^https?://[^/\(unsafe)][^\(unsafe)]*$"
        case .addressOrPath: return "^(https?://[^/\(unsafe)][^\(unsafe)]*|/(?!/)[^\(unsafe)]*)$"
        case .baseURL: return "^(?!.*/\\.\\.(/|$))https?://[^/?#\\\\\"'<>@ ]+(/[^/?#\\\\\"'<>@ ]+)*/?$"
        case .colour: return "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
        }
    }

    /// Numbers within limits as texts, since a number may stand in quotes (ECMA-262); limits of many numbers are told by
    /// the number of digits alone.
    ///
    /// - Parameter isWhole: whether decimals are left out.
    package static func writtenNumber(in limits: ClosedRange<Double>?, isWhole: Bool) -> String {
        let decimals = isWhole ? "" : "(\\.[0-9]+)?"
        guard let limits else { return "^-?[0-9]+\(decimals)$" }
        let (least, most) = (Int(limits.lowerBound), Int(limits.upperBound))
        guard most - least <= 300 else {
            return "^\(least < 0 ? "-?" : "")[0-9]{1,\(String(most).utf8.count - (least < 0 ? 1 : 0))}\(decimals)$"
        }
        let below = (least..<most).map { String($0) }.joined(separator: "|")
        let last = "\(most)" + (isWhole ? "" : "(\\.0+)?")
        return below.isEmpty ? "^0*\(last)$" : "^0*((\(below))\(decimals)|\(last))$"
    }

    /// What the value is one of; `nil` where a pattern or limits say it.
    package var choices: [String]? {
        guard case .province = self else { return nil }
        return Province.names
    }
}

extension ValueForm {
    /// A day that exists, from 1900 to 2199, as `CalendarDate` reads it.
    package static let dayPattern: String = {
        let years = "(?:19|20|21)[0-9]{2}"
        let leapYears = "(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)"
        return "^(?:\(years)-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
            + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|\(leapYears)-02-29)$"
    }()
}
