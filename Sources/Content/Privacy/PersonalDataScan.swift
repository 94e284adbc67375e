import Diagnostics

/// Finds data about persons in a text: numbers and accounts that have no place on a public page.
///
/// Works on bytes in one pass; what is found is judged in `PersonalNumbers`.
package struct PersonalDataScan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let contacts: PublishedContacts
    private var found: [(rule: Rule, bytes: Range<Int>)] = []

    /// The findings of a file, in the order of the text.
    package static func findings(in file: SourceFile, contacts: PublishedContacts) -> [Diagnostic] {
        file.bytes.withUnsafeBufferPointer { bytes in
            var scan = PersonalDataScan(bytes: bytes, contacts: contacts)
            scan.run()
            return scan.found.map { PersonalDataFinding.diagnostic($0.rule, at: file.range($0.bytes)) }
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
            case 0xEF:
                if DigitGroups.digit(in: bytes, at: index) != nil {
                    index = number(at: index)
                } else {
                    if starts(at: index, with: "＠") { mail(around: index, signLength: 3) }
                    index += 3
                }
            case 0xE4, 0xE5:
                // By the second byte first: a third of all Han characters begin with one of these.
                if index + 1 < bytes.count, Self.mayAnnounce(bytes[index + 1]) { announced(at: index) }
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

    /// Whether a byte is the second one of 微, 址, 住, 人 or 加.
    private static func mayAnnounce(_ byte: UInt8) -> Bool {
        byte == 0xBE || byte == 0x9D || byte == 0xBD || byte == 0xBA || byte == 0x8A
    }

    /// What a character announces: 微 of 微信, 址 and 住 of addresses, 人 of 联系人.
    private mutating func announced(at index: Int) {
        guard index + 2 < bytes.count else { return }
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xE5, 0xBE, 0xAE): if starts(at: index, with: "微信") { messenger(after: index + 6) }
        // 加V, 加微.
        case (0xE5, 0x8A, 0xA0):
            if starts(at: index + 3, with: "V") || starts(at: index + 3, with: "v") { abbreviation(at: index + 2) }
            if starts(at: index + 3, with: "微"), !starts(at: index + 3, with: "微信") { messenger(after: index + 6) }
        case (0xE5, 0x9D, 0x80), (0xE4, 0xBD, 0x8F), (0xE4, 0xBA, 0xBA):
            guard let range = StreetAddress.match(in: bytes, announcedAt: index) else { return }
            let text = String(decoding: bytes[range], as: UTF8.self)
            // One address may be announced twice: “收件人及地址”.
            let isKnown = found.contains { $0.rule == .streetAddress && $0.bytes.overlaps(range) }
            if !isKnown, !contacts.contains(text) { found.append((.streetAddress, range)) }
        default: return
        }
    }

    // MARK: Numbers

    /// Reads the groups of digits that begin at `start`; returns the offset behind them.
    private mutating func number(at start: Int) -> Int {
        // Most numbers of a text are short: fewer than five digits are nobody's.
        if let end = dottedMobile(at: start) { return end }
        if let end = DigitGroups.endOfShortNumber(in: bytes, at: start) { return end }
        let groups = DigitGroups(bytes, at: start)
        // A letter, a dot or an underscore before the digits makes them part of a name, a version or an address.
        let isInQuery = isTelephoneQuery(before: start)
        guard isInQuery || !isPartOfWord(before: start), !isFraction(at: groups.end) else { return groups.end }
        for match in PersonalNumbers.matches(in: groups, next: groups.end < bytes.count ? bytes[groups.end] : 0) {
            let isAllowed: Bool
            switch match.kind {
            case .mobile, .telephone: isAllowed = contacts.contains(groups.text(of: match.groups))
            case .bankCard:
                isAllowed = !hasWord(["账号", "帐号", "卡号", "开户", "账户", "银行卡"], before: match.bytes.lowerBound, within: 60)
            case .identity: isAllowed = false
            case .account: isAllowed = !followsAccountWord(match.bytes.lowerBound)
            }
            if !isAllowed, isInQuery || !isInAddress(match.bytes) { found.append((match.kind.rule, match.bytes)) }
        }
        return groups.end
    }

    /// A mobile number with points between its groups, `138.1234.5678`: no measured value and no version has this form.
    ///
    /// - Returns: the offset behind it; `nil` for anything else.
    private mutating func dottedMobile(at start: Int) -> Int? {
        let end = start + 13
        guard end <= bytes.count, bytes[start + 3] == UInt8(ascii: "."), bytes[start + 8] == UInt8(ascii: "."),
            bytes[start] == UInt8(ascii: "1"), bytes[start + 1] >= UInt8(ascii: "3"), !isPartOfWord(before: start),
            end == bytes.count || !(Self.isDigit(bytes[end]) || Self.isLetter(bytes[end]))
        else { return nil }
        let digits = (start..<end).filter { $0 != start + 3 && $0 != start + 8 }
        guard digits.allSatisfy({ Self.isDigit(bytes[$0]) }) else { return nil }
        let text = String(decoding: digits.map { bytes[$0] }, as: UTF8.self)
        if !contacts.contains(text), !isInAddress(start..<end) { found.append((.mobileNumber, start..<end)) }
        return end
    }

    /// Whether a number is the value of a field for telephones in a web address: `?tel=`.
    private func isTelephoneQuery(before start: Int) -> Bool {
        guard start > 0, bytes[start - 1] == UInt8(ascii: "=") else { return false }
        return ["tel", "phone", "mobile", "shouji", "dianhua", "contact", "wechat", "weixin", "qq"].contains { name in
            let first = start - 1 - name.utf8.count
            // `hotel=` is none.
            return first > 0 && !Self.isLetter(bytes[first - 1]) && isSame(name, endingAt: start - 1)
        }
    }

    private func isSame(_ name: String, endingAt end: Int) -> Bool {
        zip(end - name.utf8.count..<end, name.utf8).allSatisfy { bytes[$0] | 0x20 == $1 }
    }

    /// Whether QQ stands before a number with nothing between but what joins a word to its number: a group's activities
    /// have numbers as well.
    private func followsAccountWord(_ place: Int) -> Bool {
        var start = place
        while start > 0, place - start < 24, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        let line = String(decoding: bytes[start..<place], as: UTF8.self)
        guard let word = line.lowercased().ranges(of: "qq").last else { return false }
        var rest = line.lowercased()[word.upperBound...]
        while let joint = Self.joints.first(where: rest.hasPrefix) { rest.removeFirst(joint.count) }
        return rest.isEmpty
    }

    private static let joints = [
        "号码", "号", "帐号", "账号", "群", "为", "是", "联系", "：", ":", " ", "　", "（", "(", "）", ")", "=", "*", "|", "、", "/",
        "-",
    ]

    /// Whether a point and up to three digits follow: a measured value. More digits may be another number.
    private func isFraction(at end: Int) -> Bool {
        guard end < bytes.count, bytes[end] == UInt8(ascii: ".") else { return false }
        let digits = bytes[(end + 1)...].prefix(4).prefix(while: Self.isDigit).count
        return (1...3).contains(digits)
    }

    private func isPartOfWord(before start: Int) -> Bool {
        guard start > 0 else { return false }
        let byte = bytes[start - 1]
        return Self.isLetter(byte) || "._/#%=".utf8.contains(byte)
    }

    /// Whether a place is inside a web address or a path, where long numbers mean nothing.
    private func isInAddress(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while start > 0, Self.isOfAddress(bytes[start - 1]), range.lowerBound - start < 300 { start -= 1 }
        let before = start..<range.lowerBound
        return before.contains { bytes[$0] == UInt8(ascii: "/") } || holds("://", in: before)
    }

    // MARK: Accounts

    /// - Parameters:
    ///   - at: the offset of an `@` of either width.
    ///   - signLength: its bytes.
    private mutating func mail(around at: Int, signLength: Int) {
        var start = at
        while start > 0, Self.isOfMailName(bytes[start - 1]) { start -= 1 }
        let domain = at + signLength
        var end = domain
        var lastDot: Int?
        while end < bytes.count, Self.isOfDomain(bytes[end]) {
            if bytes[end] == UInt8(ascii: ".") { lastDot = end }
            end += 1
        }
        // A full stop may end the sentence.
        if let dot = lastDot, dot == end - 1 {
            end = dot
            lastDot = (domain..<end).last { bytes[$0] == UInt8(ascii: ".") }
        }
        guard start < at, let dot = lastDot, dot > domain, end - dot > 2, bytes[dot + 1..<end].allSatisfy(Self.isLetter)
        else { return }
        let text = String(decoding: bytes[start..<end], as: UTF8.self).replacing("＠", with: "@")
        guard !contacts.contains(text) else { return }
        found.append((.emailAddress, start..<end))
    }

    /// VX, WX and V stand for WeChat where a mark or a space follows; else they are parts of words.
    ///
    /// - Parameter index: the offset of the first of two bytes.
    private mutating func abbreviation(at index: Int) {
        let end = index + 2
        guard index == 0 || !Self.isLetter(bytes[index - 1]) && !Self.isDigit(bytes[index - 1]),
            [":", "：", "号"].contains(where: { starts(at: end, with: $0) }) || isAccountBehindSpace(at: end)
        else { return }
        messenger(after: end)
    }

    /// Whether a space and a word with a digit follow: “VX booster” is a machine.
    private func isAccountBehindSpace(at start: Int) -> Bool {
        guard starts(at: start, with: " ") else { return false }
        let word = bytes[(start + 1)...].prefix(20).prefix {
            Self.isLetter($0) || Self.isDigit($0) || "-_".utf8.contains($0)
        }
        return word.contains(where: Self.isDigit)
    }

    /// A WeChat account begins with a letter and has 6 to 20 characters.
    private mutating func messenger(after place: Int) {
        var index = place
        // A public account is no person's.
        if starts(at: index, with: "公众") { return }
        for word in ["号码", "号", "帐号", "账号", "为", "是", "：", ":", " "] where starts(at: index, with: word) {
            index += word.utf8.count
        }
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: ":") { index += 1 }
        let start = index
        while index < bytes.count,
            Self.isLetter(bytes[index]) || Self.isDigit(bytes[index]) || "-_".utf8.contains(bytes[index])
        {
            index += 1
        }
        guard (6...20).contains(index - start), Self.isLetter(bytes[start]) else { return }
        found.append((.messengerAccount, start..<index))
    }

    // MARK: Bytes

    private func starts(at index: Int, with text: String) -> Bool {
        var text = text
        return text.withUTF8 { wanted in
            index + wanted.count <= bytes.count
                && UnsafeBufferPointer(rebasing: bytes[index..<index + wanted.count]).elementsEqual(wanted)
        }
    }

    /// Whether a word of small letters stands at a place, in any case.
    private func isWord(_ word: StaticString, at index: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[index + $0] | 0x20 == word.utf8Start[$0] }
    }

    private func holds(_ text: String, in range: Range<Int>) -> Bool {
        let count = text.utf8.count
        guard range.count >= count else { return false }
        return (range.lowerBound...range.upperBound - count).contains { starts(at: $0, with: text) }
    }

    /// Whether one of some words stands shortly before a place, on its line.
    private func hasWord(_ words: [String], before place: Int, within length: Int) -> Bool {
        var start = place
        while start > 0, place - start < length, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return words.contains { holds($0, in: start..<place) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isOfMailName(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "._%+-".utf8.contains(byte)
    }
    private static func isOfDomain(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == 0x2D || byte == 0x2E
    }
    private static func isOfAddress(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"()<>[]\"'`|,;".utf8.contains(byte)
    }
}

/// What is said about data that was found. The value itself is not repeated.
package enum PersonalDataFinding {
    /// What a rule looks for, in words.
    package static func name(of rule: Rule) -> LocalizedText {
        switch rule {
        case .mobileNumber: LocalizedText(zh: "手机号码", en: "a mobile telephone number")
        case .identityNumber: LocalizedText(zh: "居民身份证号码", en: "a resident identity number")
        case .bankCard: LocalizedText(zh: "银行卡号", en: "a bank card number")
        case .emailAddress: LocalizedText(zh: "邮箱", en: "an e-mail address")
        case .streetAddress: LocalizedText(zh: "个人的住址或收件地址", en: "a person's home or delivery address")
        case .messengerAccount: LocalizedText(zh: " QQ 号或微信号", en: "a QQ or WeChat account")
        default: LocalizedText(zh: "没有列为公开的电话", en: "a telephone number that is not listed as public")
        }
    }

    static func diagnostic(_ rule: Rule, at range: SourceRange) -> Diagnostic {
        let name = name(of: rule)
        return Diagnostic(
            rule, at: range, message: LocalizedText(zh: "这里像是\(name.zh)。", en: "This looks like \(name.en)."),
            help: LocalizedText(
                zh: rule == .identityNumber || rule == .bankCard
                    ? "请删去。" : "请删去；公开的部门联系方式写进 site.config 的 checks: contacts。",
                en: rule == .identityNumber || rule == .bankCard
                    ? "Delete it."
                    : "Delete it; contacts of offices that are public stand in site.config under checks: contacts."))
    }
}
