/// Teams that bear the name of a person: 李明班组 is not 李敏班组, though the two sound nearly alike.
enum PersonNames {
    /// Whether the tokens before the first word of the trade may be a person's name: a surname and one or two characters, none of
    /// which ends a place's name.
    static func begins(_ tokens: [NameToken]) -> Bool {
        let words = KnownWords(tokens)
        let own = tokens.indices.prefix { index in
            if case .character = tokens[index] { !words.holds(index) } else { false }
        }
        guard (2...3).contains(own.count), case .character(let first) = tokens[0], surnames.contains(first) else {
            return false
        }
        return !tokens[own.count - 1].isPlaceEnding
    }

    /// The hundred and fifty most frequent ones (the yearly reports of names of the Ministry of Public Security).
    private static let surnames = Set<Character>(
        """
        王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆\
        范汪廖石金韦贾夏傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施樊葛兰殷洪\
        俞安章鲁齐伍庄柯梅倪翁温芦季关童左岳祁尚焦欧耿申柳骆代游
        """)
}
