import { inCity } from './locality.ts'

export const BULAWAYO = inCity(
  'Bulawayo',
  `
    Barham Green | | -20.176 28.563 |
    Bellevue | | -20.194 28.542 |
    Bradfield | | -20.174 28.585 |
    Bulawayo CBD | | -20.153 28.583 | Town, City Centre, CBD
    Burnside | | -20.202 28.624 |
    Cowdray Park | | -20.079 28.508 |
    Emganwini | | -20.209 28.534 |
    Entumbane | | -20.137 28.531 |
    Famona | | -20.170 28.593 |
    Hillside | | -20.189 28.608 | Hillside South
    Ilanda | | -20.168 28.606 |
    Killarney | | -20.105 28.623 |
    Kumalo | | -20.148 28.608 | Khumalo, Kumalo North
    Lobengula | | -20.128 28.519 |
    Luveve | | -20.109 28.505 |
    Mahatshula | | -20.112 28.630 | Mahatshula North
    Makokoba | | -20.143 28.564 |
    Malindela | | -20.183 28.596 |
    Matsheumhlope | | -20.193 28.634 | Matshamhlope, Matsheumhlophe
    Montrose | | -20.195 28.572 |
    Mpopoma | | -20.150 28.545 |
    Newton West | | -20.185 28.550 |
    Nketa | | -20.189 28.506 |
    Nkulumane | | -20.185 28.487 |
    North End | | -20.136 28.592 | Northend
    Parklands | | -20.131 28.600 |
    Pumula | | -20.166 28.478 | Phumula
    Queens Park | | -20.131 28.613 | Queens Park East, Queens Park West, Queenspark
    Riverside | | -20.156 28.659 |
    Sauerstown | | -20.117 28.593 |
    Selborne Park | | -20.201 28.639 |
    Southwold | | -20.186 28.558 |
    Suburbs | | -20.156 28.602 | The Suburbs
    Trenance | | -20.112 28.581 |
    Woodlands | | -20.124 28.657 |
  `
)
