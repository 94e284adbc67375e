import Addresses
import Diagnostics
import Rules

/// What there is to say about links to other sites, at each of their places.
package struct LinkFindings: Sendable {
    private let links: [ExternalLink]

    package init(_ links: [ExternalLink]) { self.links = links }

    /// Links whose text alone tells that no reader can open them.
    package var privateAddresses: [Diagnostic] {
        links.compactMap { link in
            guard let address = link.address, address.isPrivate else { return nil }
            // As it is written: a host of another script is not known by its Punycode.
            let written = WebHost.authority(of: link.destination).map { String(link.destination[$0]) }
            let host = written.flatMap { WebHost.ascii($0)?.lowercased() == address.host ? $0 : nil }
            return privateAddress(link, host: host ?? address.host, isRedirected: false)
        }
    }

    /// Links whose address is none that a browser opens.
    package var malformedAddresses: [Diagnostic] {
        links.compactMap { link in link.fault.map { malformed(link, $0) } }
    }

    private func malformed(_ link: ExternalLink, _ fault: WebAddressFault) -> Diagnostic {
        let isWhole = link.range.file.bytes[link.range.bytes].elementsEqual(link.destination.utf8)
        let text = VisibleText.oneLine(link.destination)
        return Diagnostic(
            .malformedLink, at: link.range,
            message: LocalizedText(
                zh: "网址“\(text)”打不开：\(fault.reason.text.zh)。",
                en: "The address “\(text)” cannot be opened: \(fault.reason.text.en)."),
            help: fault.proposal.map { LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?") }
                ?? LocalizedText(
                    zh: "请写成 https://example.org/ 这样的完整网址。", en: "Write a full URL such as https://example.org/."),
            replacement: isWhole ? fault.proposal : nil, url: link.url)
    }

    /// What other sites answered.
    ///
    /// - Parameter verdicts: links that are missing here were not checked.
    package func findings(_ verdicts: [WebAddress: LinkVerdict]) -> [Diagnostic] {
        links.compactMap { link in
            // What is wrong with its text is told without asking anybody.
            guard link.fault == nil else { return nil }
            guard let address = link.address else { return unverified(link, .malformed) }
            switch verdicts[address] {
            case nil, .alive: return nil
            case .moved(let to): return moved(link, to: to)
            case .dead(let reason): return dead(link, address, reason)
            case .unverified(let reason): return unverified(link, reason)
            case .privateAddress(let host):
                return privateAddress(link, host: host, isRedirected: host != address.host)
            }
        }
    }

    private func dead(_ link: ExternalLink, _ address: WebAddress, _ reason: LinkVerdict.DeadReason) -> Diagnostic {
        let message =
            switch reason {
            case .notFound:
                LocalizedText(
                    zh: "\(address.host) 答复没有这个网页（404）。", en: "\(address.host) says that there is no such page (404).")
            case .gone:
                LocalizedText(
                    zh: "\(address.host) 答复这个网页已经撤下（410）。", en: "\(address.host) says that the page is gone (410).")
            case .noSuchHost:
                LocalizedText(zh: "域名 \(address.host) 不存在。", en: "There is no host \(address.host).")
            }
        return Diagnostic(
            .deadLink, at: link.range, message: message,
            help: LocalizedText(
                zh: "请改成网页现在的网址；找不到的，删去链接，用文字写明出处。",
                en: "Link to the page's present address; if there is none, name the source without a link."),
            url: link.url)
    }

    private func unverified(_ link: ExternalLink, _ reason: LinkVerdict.UnverifiedReason) -> Diagnostic {
        Diagnostic(
            .unverifiedLink, at: link.range,
            message: LocalizedText(
                zh: "不能断定链接是否有效：\(reason.text.zh)。", en: "Could not tell whether the link works: \(reason.text.en)."),
            help: reason == .malformed
                ? LocalizedText(
                    zh: "请写成 https://example.org/ 这样的完整网址。", en: "Write a full URL such as https://example.org/.")
                : LocalizedText(zh: "请用浏览器打开看一看。", en: "Open it in a browser."), url: link.url)
    }

    /// The place within the page stays as it was.
    private func moved(_ link: ExternalLink, to address: String) -> Diagnostic {
        let place = link.destination.firstIndex(of: "#").map { String(link.destination[$0...]) } ?? ""
        let replacement = address + place
        let isWhole = link.range.file.bytes[link.range.bytes].elementsEqual(link.destination.utf8)
        return Diagnostic(
            .movedLink, at: link.range,
            message: LocalizedText(zh: "网页已永久搬到 \(address)。", en: "The page has moved for good to \(address)."),
            help: LocalizedText(
                zh: "如果新网页是原来的内容，请写“\(replacement)”。", en: "Write “\(replacement)” if the new page is the same."),
            replacement: isWhole ? replacement : nil, url: link.url)
    }

    private func privateAddress(_ link: ExternalLink, host: String, isRedirected: Bool) -> Diagnostic {
        Diagnostic(
            .privateAddressLink, at: link.range,
            message: isRedirected
                ? LocalizedText(
                    zh: "链接转到本机或内网的地址 \(host)，读者打不开。",
                    en: "The link is redirected to \(host), an address of a private network, which readers cannot open."
                )
                : LocalizedText(
                    zh: "\(host) 是本机或内网的地址，读者打不开。",
                    en: "\(host) is an address of a private network, which readers cannot open."),
            help: LocalizedText(zh: "请换成公开的网址。", en: "Link to a public address."), url: link.url)
    }
}

extension WebAddressFault.Reason {
    /// In a few words, without a full stop.
    package var text: LocalizedText {
        switch self {
        case .slashes: LocalizedText(zh: "冒号后面应有两条斜线", en: "two slashes belong behind the colon")
        case .noHost: LocalizedText(zh: "没有域名", en: "it has no host")
        case .doubledScheme: LocalizedText(zh: "开头的 http:// 写了两遍", en: "its http:// is written twice")
        case .space: LocalizedText(zh: "域名里有空格", en: "there is a space in its host")
        case .fullWidth: LocalizedText(zh: "域名里有全角的字母或标点", en: "its host has full-width letters or signs")
        case .brackets: LocalizedText(zh: "方括号里应是 IPv6 地址", en: "square brackets hold an IPv6 address")
        case .port: LocalizedText(zh: "端口应是 1 到 65535 的数字", en: "a port is a number from 1 to 65535")
        case .emptyLabel: LocalizedText(zh: "域名里有多余的点", en: "its host has a dot too many")
        case .tooLong: LocalizedText(zh: "域名太长", en: "its host is too long")
        case .character(let character):
            LocalizedText(
                zh: "域名里不能有“\(VisibleText.oneLine(String(character)))”",
                en: "no host has “\(VisibleText.oneLine(String(character)))” there")
        case .numbers: LocalizedText(zh: "数字和点不成 IP 地址", en: "its numbers are no IP address")
        case .end(let sign):
            LocalizedText(zh: "末尾多了“\(sign)”", en: "the “\(sign)” at its end belongs to the sentence")
        }
    }
}

extension LinkVerdict.UnverifiedReason {
    /// In a few words, without a full stop.
    package var text: LocalizedText {
        switch self {
        case .status(let status):
            switch status {
            case 401, 403, 412, 999:
                LocalizedText(zh: "对方拒绝程序访问（\(status)）", en: "the site turns programs away (\(status))")
            case 429: LocalizedText(zh: "对方说请求太多（429）", en: "the site says that it is asked too often (429)")
            case 500...599: LocalizedText(zh: "对方服务器出错（\(status)）", en: "the site's server fails (\(status))")
            default: LocalizedText(zh: "对方答复 \(status)", en: "the site answers \(status)")
            }
        case .timedOut: LocalizedText(zh: "对方没有及时答复", en: "the site did not answer in time")
        case .tls:
            LocalizedText(zh: "证书或加密连接有误", en: "its certificate or the encrypted connection is not in order")
        case .connection: LocalizedText(zh: "连接被拒绝或中断", en: "the connection was refused or broken off")
        case .lookup: LocalizedText(zh: "查不到域名，可能没有联网", en: "its name could not be looked up; there may be no network")
        case .redirections: LocalizedText(zh: "转来转去没有尽头", en: "its redirections do not end")
        case .malformed:
            LocalizedText(zh: "网址不完整，或转到了不能访问的地址", en: "it is, or is redirected to, no URL that can be asked for")
        case .notAsked: LocalizedText(zh: "没有在规定时间内问到", en: "the time was over before it was asked for")
        }
    }
}
