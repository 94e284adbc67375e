import Diagnostics

/// What there is to say about links to other sites, at each of their places.
package struct LinkFindings: Sendable {
    private let links: [ExternalLink]

    package init(_ links: [ExternalLink]) { self.links = links }

    /// Links whose text alone tells that no reader can open them.
    package var privateAddresses: [Diagnostic] {
        links.compactMap { link in
            guard let address = link.address, address.isPrivate else { return nil }
            return privateAddress(link, host: address.host, isRedirected: false)
        }
    }

    /// What other sites answered.
    ///
    /// - Parameter verdicts: links that are missing here were not checked.
    package func findings(_ verdicts: [WebAddress: LinkVerdict]) -> [Diagnostic] {
        links.compactMap { link in
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
