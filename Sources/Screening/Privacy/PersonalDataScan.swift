import Diagnostics
import Rules

/// Finds data about persons in a text: numbers and accounts that have no place on a public page.
///
/// Works on bytes in one pass; what is found is judged in `PersonalNumbers`.
package struct PersonalDataScan {
    package let bytes: UnsafeBufferPointer<UInt8>
    package let contacts: PublishedContacts
    var found: [(rule: Rule, bytes: Range<Int>)] = []

    /// The findings of a file, in the order of the text.
    package static func findings(in file: SourceFile, contacts: PublishedContacts) -> [Diagnostic] {
        file.bytes.withUnsafeBufferPointer { bytes in
            var scan = PersonalDataScan(bytes: bytes, contacts: contacts)
            scan.run()
            let hidden = EscapedText(bytes).map { text in
                text.places(of: matches(in: text.bytes, contacts: contacts)).filter { match in
                    !scan.found.contains { $0.bytes.overlaps(match.bytes) }
                }
            }
            let found =
                hidden.map { ($0 + scan.found).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound } } ?? scan.found
            return found.map { PersonalDataFinding.diagnostic($0.rule, at: file.range($0.bytes)) }
        }
    }

    /// What is found in bytes that are no file, in their order.
    package static func matches(in bytes: [UInt8], contacts: PublishedContacts) -> [(rule: Rule, bytes: Range<Int>)] {
        bytes.withUnsafeBufferPointer { bytes in
            var scan = PersonalDataScan(bytes: bytes, contacts: contacts)
            scan.run()
            return scan.found
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, contacts: PublishedContacts) {
        self.bytes = bytes
        self.contacts = contacts
    }

    private mutating func run() {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): index = number(at: index)
            case UInt8(ascii: "@"):
                mail(around: index, signLength: 1)
                index += 1
            case UInt8(ascii: "#"):
                mailWithNumberSign(at: index, signLength: 1)
                index += 1
            case 0xEF:
                if DigitGroups.digit(in: bytes, at: index) != nil {
                    index = number(at: index)
                } else {
                    // ＠ and ＃; most that begin so are commas and brackets.
                    if index + 2 < bytes.count, bytes[index + 1] == 0xBC {
                        if bytes[index + 2] == 0xA0 { mail(around: index, signLength: 3) }
                        if bytes[index + 2] == 0x83 { mailWithNumberSign(at: index, signLength: 3) }
                    }
                    if let length = lengthOfWrittenSign(at: index) { mail(around: index, signLength: length) }
                    index += 3
                }
            case UInt8(ascii: "("), UInt8(ascii: "["):
                if let length = lengthOfWrittenSign(at: index) { mail(around: index, signLength: length) }
                index += 1
            case 0xE4, 0xE5:
                if index + 32 < bytes.count, Self.isHanOne(bytes[index], bytes[index + 1], bytes[index + 2]),
                    let end = mobileInWords(at: index)
                {
                    index = end
                    continue
                }
                if let announcement = Announcement(in: bytes, at: index) { read(announcement, at: index) }
                index += 3
            case 0xE0...0xE3, 0xE6...0xEE: index += 3
            case UInt8(ascii: "W"), UInt8(ascii: "w"):
                if isWord("wechat", at: index) || isWord("weixin", at: index) { messenger(after: index + 6) }
                if isWord("wx", at: index) { abbreviation(at: index) }
                index += 1
            case UInt8(ascii: "V"), UInt8(ascii: "v"):
                if isWord("vx", at: index) { abbreviation(at: index) }
                index += 1
            default: index += 1
            }
        }
    }

    /// A mobile number in Han figures that begins at a place with 一, 壹 or 幺: 一三八零零一三八零零零.
    ///
    /// - Returns: the offset behind it; `nil` where there is none.
    private mutating func mobileInWords(at index: Int) -> Int? {
        var digits: [UInt8] = []
        var end = index
        while digits.count < 12, let digit = Self.hanFigures.first(where: { starts(at: end, with: $0.figure) }) {
            digits.append(digit.value)
            end += 3
        }
        guard digits.count == 11, digits[0] == 1, digits[1] >= 3 else { return nil }
        let number = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        if !contacts.contains(number) { found.append((.mobileNumber, index..<end)) }
        return end
    }

    /// 一, 壹 and 幺.
    @inline(__always)
    private static func isHanOne(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second, third) {
        case (0xE4, 0xB8, 0x80), (0xE5, 0xA3, 0xB9), (0xE5, 0xB9, 0xBA): true
        default: false
        }
    }

    private static let hanFigures: [(figure: String, value: UInt8)] = [
        ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8), ("九", 9), ("零", 0), ("〇", 0),
        ("幺", 1), ("壹", 1), ("贰", 2), ("叁", 3), ("肆", 4), ("伍", 5), ("陆", 6), ("柒", 7), ("捌", 8), ("玖", 9),
    ]

    private mutating func read(_ announcement: Announcement, at index: Int) {
        switch announcement {
        case .messenger: if starts(at: index, with: "微信") { messenger(after: index + 6) }
        // 加V, 加微.
        case .contact:
            if starts(at: index + 3, with: "V") || starts(at: index + 3, with: "v") { abbreviation(at: index + 2) }
            if starts(at: index + 3, with: "微"), !starts(at: index + 3, with: "微信") { messenger(after: index + 6) }
        case .address:
            guard let range = StreetAddress.match(in: bytes, announcedAt: index) else { return }
            let text = String(decoding: bytes[range], as: UTF8.self)
            // One address may be announced twice: “收件人及地址”.
            let isKnown = found.contains { $0.rule == .streetAddress && $0.bytes.overlaps(range) }
            if !isKnown, !contacts.contains(text) { found.append((.streetAddress, range)) }
        }
    }
}

/// What a Han character may announce.
private enum Announcement {
    /// 微 of 微信.
    case messenger
    /// 加 of 加微.
    case contact
    /// 址 and 住 of addresses, 人 of 联系人.
    case address

    /// `nil` for all other characters, in one comparison: a third of all Han characters come here.
    @inline(__always)
    init?(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        guard index + 2 < bytes.count else { return nil }
        switch UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) {
        case 0xE5BEAE: self = .messenger  // 微
        case 0xE58AA0: self = .contact  // 加
        case 0xE59D80, 0xE4BD8F, 0xE4BABA: self = .address  // 址, 住, 人
        default: return nil
        }
    }
}
