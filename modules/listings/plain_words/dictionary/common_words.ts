/** Words of the trade that are no slip of another. */
export const COMMON = new Set(
  `school schools modern quiet corner station level light lights living private rooms street avenue
   shopping centre center mall hospital university campus market bridge beach river mountain forest
   kitchen dining lounge study office closet storage laundry water electric power council title deeds
   mortgage cash loan bank investor investment return yield company brand brick stone wood wooden tile
   floor ground upper lower double single large small huge tiny spacious bright sunny shady clean safe
   peaceful secure luxury luxurious elegant classic colonial craftsman rambler mansion castle palace
   student students couple children kids bachelor bachelors short term long lease urgent urgently`.split(
    /\s+/
  )
)
