/// One finding about the site: what is wrong, where, and what to write instead.
package struct Diagnostic: Sendable, Hashable {
    /// A second place that helps to understand the finding, such as the first of two equal ids.
    package struct Related: Sendable, Hashable {
        package let range: SourceRange
        package let message: LocalizedText

        package init(_ message: LocalizedText, at range: SourceRange) {
            self.range = range
            self.message = message
        }
    }

    /// What makes findings elsewhere. Those with the same cause are one mistake and are told once.
    package struct Cause: Sendable, Hashable {
        /// Where it is told; `nil` for what is not there, such as a file.
        package let range: SourceRange?
        /// What is so because of it, as the beginning of a sentence.
        package let fact: LocalizedText
        package let help: LocalizedText

        package init(_ fact: LocalizedText, help: LocalizedText, at range: SourceRange?) {
            self.fact = fact
            self.help = help
            self.range = range
        }
    }

    package let rule: Rule
    package var severity: Severity
    /// Where the mistake is; `nil` only for findings that belong to no file, such as a missing `site.config`.
    package let range: SourceRange?
    package let message: LocalizedText
    /// What to do about it, where there is more to say than the message.
    package let help: LocalizedText?
    package let related: [Related]
    /// Text that would mend the finding when it replaces `range`, in the grammar of its place; never what stands there.
    package let replacement: String?
    /// The address of the page the finding shows on, where known.
    package let url: String?
    /// What makes the finding, where that stands elsewhere and may make others.
    package let cause: Cause?
    /// Where the mistake is in a file that somebody handed in, which is no part of the site.
    package private(set) var handedIn: HandedInPlace?
    /// How many findings this one stands for: more than one where the rest of many is told as a number.
    package var count = 1

    package init(
        _ rule: Rule, at range: SourceRange?, message: LocalizedText, help: LocalizedText? = nil,
        related: [Related] = [], replacement: String? = nil, url: String? = nil, cause: Cause? = nil
    ) {
        self.rule = rule
        self.severity = rule.severity
        self.range = range
        self.message = message.bounded
        self.help = help?.bounded
        self.related = related
        let isThere = range.map { $0.file.bytes[$0.bytes].elementsEqual((replacement ?? "").utf8) } ?? false
        self.replacement = isThere ? nil : replacement
        self.url = url
        self.cause = cause
    }

    /// A finding in a file that somebody handed in.
    ///
    /// - Parameter severity: `nil` for that of the rule.
    package init(
        _ rule: Rule, _ severity: Severity? = nil, inHandedIn place: HandedInPlace, message: LocalizedText,
        help: LocalizedText? = nil
    ) {
        self.init(rule, at: nil, message: message, help: help)
        self.severity = severity ?? rule.severity
        handedIn = place
    }

    /// The file that it is about; `nil` for none.
    package var path: String? { range?.file.path ?? handedIn?.file }
}

extension Diagnostic {
    /// The same finding with further places.
    package func adding(_ more: [Related]) -> Diagnostic { copy(at: range, related: related + more) }

    /// The same finding at another place.
    package func placed(at range: SourceRange?) -> Diagnostic { copy(at: range, related: related) }

    /// The same finding in a file that somebody handed in.
    package func placed(inHandedIn place: HandedInPlace?) -> Diagnostic {
        var copy = self
        copy.handedIn = place
        return copy
    }

    /// The same finding with a severity.
    package func counting(as severity: Severity) -> Diagnostic {
        var copy = self
        copy.severity = severity
        return copy
    }

    private func copy(at range: SourceRange?, related: [Related]) -> Diagnostic {
        var copy = Diagnostic(
            rule, at: range, message: message, help: help, related: related, replacement: replacement, url: url,
            cause: cause)
        copy.severity = severity
        copy.count = count
        copy.handedIn = handedIn
        return copy
    }
}

/// How much a finding matters.
package enum Severity: String, Sendable, CaseIterable {
    /// The site is not published.
    case error
    /// The site is published, except with `--strict`.
    case warning
    /// Advice.
    case hint
}
