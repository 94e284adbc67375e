import Crypto

/// What a share picture says.
package struct ShareCard: Sendable, Hashable {
    /// The state of what is shown, which the picture must not hide.
    package struct State: Sendable, Hashable {
        package enum Tone: String, Sendable {
            case plain, notice, alarm
        }

        package let text: String
        package let tone: Tone

        package init(_ text: String, _ tone: Tone) {
            self.text = text
            self.tone = tone
        }
    }

    /// Who publishes.
    package let organisation: String
    package let heading: String
    /// A year or a kind, beside the organisation; may be empty.
    package var mark = ""
    /// What is said below the heading.
    package var lines: [String] = []
    package var state: State?
    /// The address of the site, without what a reader does not type.
    package var address = ""
    /// A remark in small print; may be empty.
    package var note = ""
    /// 0xRRGGBB.
    package var accent: UInt32

    package init(organisation: String, heading: String, accent: UInt32) {
        self.organisation = organisation
        self.heading = heading
        self.accent = accent
    }

    /// Everything that is drawn, as one text.
    package var description: String {
        ([organisation, heading, mark] + lines + [
            state?.text ?? "", state?.tone.rawValue ?? "", address, note, "\(accent)",
        ])
        .joined(separator: "\u{1F}")
    }

    /// Eight characters that are others when the picture says something else.
    package var fingerprint: String {
        SHA256.hash(data: Array("1 \(description)".utf8)).prefix(4).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
