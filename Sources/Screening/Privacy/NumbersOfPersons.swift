import Rules

/// Numbers, and what stands around them that makes them a person's or nobody's.
extension PersonalDataScan {
    /// Reads the groups of digits that begin at `start`; returns the offset behind them.
    mutating func number(at start: Int) -> Int {
        // Most numbers of a text are short: fewer than five digits are nobody's.
        if let end = dottedMobile(at: start) { return end }
        if let birth = birthDate(at: start) {
            found.append((.birthDate, birth))
            return birth.upperBound
        }
        if let end = DigitGroups.endOfShortNumber(in: bytes, at: start) { return end }
        let groups = DigitGroups(bytes, at: start)
        if let paper = paper(groups) {
            found.append((.identityNumber, paper))
            return groups.end
        }
        // A letter, a dot or an underscore before the digits makes them part of a name, a version or an address.
        let isInQuery = isTelephoneQuery(before: start)
        guard isInQuery || !isPartOfWord(before: start), !isFraction(at: groups.end) else { return groups.end }
        for match in PersonalNumbers.matches(in: groups, checkLetter: checkLetter(at: groups.end)) {
            let isAllowed: Bool
            switch match.kind {
            case .mobile:
                isAllowed =
                    contacts.contains(groups.text(of: match.groups))
                    || isMeasure(at: match.bytes.upperBound) && !followsTelephoneWord(match.bytes.lowerBound)
            case .spacedMobile:
                isAllowed =
                    hasWord(
                        ["得分", "评分", "打分", "分数", "分值", "成绩", "次数", "人数", "序号", "编号", "等级", "测点"],
                        before: match.bytes.lowerBound, within: 30)
                    || contacts.contains(groups.text(of: match.groups))
            case .labelledMobile:
                isAllowed =
                    !followsTelephoneWord(match.bytes.lowerBound) || contacts.contains(groups.text(of: match.groups))
            case .telephone: isAllowed = contacts.contains(groups.text(of: match.groups))
            case .bankCard: isAllowed = !hasWord(Self.accountWords, before: match.bytes.lowerBound, within: 60)
            case .labelledBankCard:
                // Numbers that begin with 62 are cards' alone; others are those of a firm's account as well.
                let isCard = groups.text(of: match.groups).hasPrefix("62")
                isAllowed = !hasWord(
                    isCard ? Self.accountWords : Self.cardWords, before: match.bytes.lowerBound, within: 60)
            case .identity: isAllowed = false
            case .labelledIdentity:
                isAllowed = !hasWord(
                    ["身份证", "证件号", "公民身份", "驾驶证", "驾照", "社保", "社会保障"], before: match.bytes.lowerBound, within: 40)
            case .localTelephone:
                // Without its area code a number of the office is still the office's.
                let number = groups.text(of: match.groups)
                if followsAccountWord(match.bytes.lowerBound) {
                    found.append((.messengerAccount, match.bytes))
                    continue
                }
                isAllowed =
                    !followsTelephoneWord(match.bytes.lowerBound) || contacts.contains(number)
                    || contacts.containsNumber(endingIn: number)
            case .account: isAllowed = !followsAccountWord(match.bytes.lowerBound)
            }
            if !isAllowed, isInQuery || !isInAddress(match.bytes) { found.append((match.kind.rule, match.bytes)) }
        }
        return groups.end
    }

    /// The length of the X that may end an identity number, in bytes, as it is typed by whatever keyboard; 0 for anything else.
    private func checkLetter(at end: Int) -> Int {
        let forms: [StaticString] = ["x", "X", "Ｘ", "ｘ", "×", "Х", "х", "Χ", "χ", " X", " x"]
        return forms.first { form in
            end + form.utf8CodeUnitCount <= bytes.count
                && (0..<form.utf8CodeUnitCount).allSatisfy { bytes[end + $0] == form.utf8Start[$0] }
        }?.utf8CodeUnitCount ?? 0
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

    private static let accountWords = ["账号", "帐号", "卡号", "开户", "账户"] + cardWords
    private static let cardWords = ["银行卡", "借记卡", "储蓄卡", "信用卡", "工资卡"]

    /// Whether QQ stands before a number with nothing between but what joins a word to its number: a group's activities
    /// have numbers as well.
    private func followsAccountWord(_ place: Int) -> Bool {
        follows(["qq", "扣扣", "企鹅"], place, joints: Self.accountJoints)
    }

    /// Whether a word for a telephone stands before a number with nothing between but what joins the two: 电话费 and 电话会议 have
    /// numbers as well.
    private func followsTelephoneWord(_ place: Int) -> Bool {
        follows(
            ["电话", "座机", "传真", "热线", "固话", "手机", "联系方式", "tel", "fax", "phone"], place, joints: Self.telephoneJoints)
    }

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
}
